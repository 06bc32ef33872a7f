package mx.trayecto.proof.load;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import mx.trayecto.proof.ProofFailure;

/** One host as a client reaches it: single attempts, nothing hidden. */
public final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(35);

    private final URI host;
    private final String token;
    private final HttpClient http;

    /** What was answered. */
    public record Reply(int status, JsonNode body, HttpResponse<String> response) {
        public String id() {
            return body.path("id").asText(null);
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        public String code() {
            return body.path("code").asText("");
        }
    }

    public Api(URI host, String token) {
        this(
                host,
                token,
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(2))
                        .build());
    }

    private Api(URI host, String token, HttpClient http) {
        this.host = host;
        this.token = token;
        this.http = http;
    }

    /** The same host for another caller. */
    public Api as(String other) {
        return new Api(host, other, http);
    }

    public Reply get(String path) throws IOException {
        return send(path, HttpRequest.Builder::GET);
    }

    /** An answer of another kind than JSON. */
    public Reply get(String path, String accept) throws IOException {
        return send(path, request -> request.setHeader("Accept", accept).GET());
    }

    /** The files of an archive, by name; none where it is refused. */
    public Map<String, byte[]> archive(String path) throws IOException {
        HttpRequest request = request(path).GET().build();
        HttpResponse<byte[]> response = exchange(request, HttpResponse.BodyHandlers.ofByteArray());
        Map<String, byte[]> files = new HashMap<>();
        if (response.statusCode() == 200) {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(response.body()))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    files.put(entry.getName(), zip.readAllBytes());
                }
            }
        }
        return files;
    }

    /** A file as it is, under a key of its own. */
    public Reply post(String path, byte[] file, String type, String key) throws IOException {
        return send(
                path,
                request -> request.header("Content-Type", type)
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(file)));
    }

    public Reply post(String path, Map<String, ?> body, Consumer<HttpRequest.Builder> headers) throws IOException {
        return send("POST", path, body, headers);
    }

    public Reply send(String method, String path, Map<String, ?> body, Consumer<HttpRequest.Builder> headers)
            throws IOException {
        return send(path, request -> {
            headers.accept(request);
            request.method(
                    method,
                    body == null
                            ? HttpRequest.BodyPublishers.noBody()
                            : HttpRequest.BodyPublishers.ofString(text(body)));
            if (body != null) {
                request.header("Content-Type", "application/" + (method.equals("PATCH") ? "merge-patch+json" : "json"));
            }
        });
    }

    private Reply send(String path, Consumer<HttpRequest.Builder> make) throws IOException {
        HttpRequest.Builder request = request(path).header("Accept", "application/json");
        make.accept(request);
        HttpResponse<String> response = exchange(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Reply(response.statusCode(), JSON.readTree(response.body()), response);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(host.resolve(path))
                .timeout(ANSWERED_WITHIN)
                .header("Authorization", "Bearer " + token);
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> as) throws IOException {
        try {
            return http.send(request, as);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProofFailure("interrupted", e);
        }
    }

    private static String text(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

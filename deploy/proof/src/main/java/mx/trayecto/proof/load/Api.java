package mx.trayecto.proof.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

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
        HttpRequest.Builder request = HttpRequest.newBuilder(host.resolve(path))
                .timeout(ANSWERED_WITHIN)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
        make.accept(request);
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), JSON.readTree(response.body()), response);
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

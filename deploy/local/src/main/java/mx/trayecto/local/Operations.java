package mx.trayecto.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What only operators may ask of a service, on its own port: the gateway does not route there. */
record Operations(PartName service, int port, String token) {

    /** Long, as some work is done before the answer. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A token of the installation's administrator. Whose tenant it bears does not matter: operations are on all tenants'.
     *
     * @param command under whose name they are done
     */
    static String token(Home home, String command) {
        return new Token(
                        "operations",
                        Role.ADMINISTRATOR,
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.of("suite." + command),
                        Duration.ofMinutes(30))
                .sign(SigningKey.of(home));
    }

    JsonNode get(String path) {
        return send("GET", path, null);
    }

    /** @param body null where there is none */
    JsonNode post(String path, JsonNode body) {
        return send("POST", path, body);
    }

    private JsonNode send(String method, String path, JsonNode body) {
        var request = HttpRequest.newBuilder(URI.create("http://" + Ports.LOOPBACK + ":" + port + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new LocalStackException("%s answered %d to %s %s: see ./suite logs %s."
                        .formatted(service, response.statusCode(), method, path, service));
            }
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new LocalStackException(
                    "%s answered %s %s with what is no JSON.".formatted(service, method, path), e);
        } catch (IOException e) {
            throw new LocalStackException(
                    "%s does not answer on port %d: see ./suite status, start it with ./suite start %s."
                            .formatted(service, port, service),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while waiting for " + service + ".", e);
        }
    }
}

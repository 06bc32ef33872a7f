package mx.trayecto.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The events that one consuming service could not apply and has set aside, asked for on the service's own port: the
 * gateway does not route there.
 *
 * @param token of an administrator
 */
record ParkedEvents(PartName service, int port, String token) {

    private static final String PATH = "/internal/dead-letters";

    /** Long, as all that was parked is applied before the answer. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The records of one subject, or one record whose key cannot be read. */
    record Subject(String topic, String key, String tenant, int records, String reason, String since) {}

    record Outcome(int applied, int left) {}

    List<Subject> list() {
        var subjects = new ArrayList<Subject>();
        for (var item : send("GET", PATH).path("items")) {
            subjects.add(new Subject(
                    item.path("topic").asText(),
                    item.path("key").asText(null),
                    item.path("tenant").asText(null),
                    item.path("records").asInt(),
                    item.path("reason").asText(),
                    item.path("since").asText()));
        }
        return subjects;
    }

    /** Applies them again; what still cannot be applied stays parked. */
    Outcome redrive() {
        var outcome = send("POST", PATH + "/redrive");
        return new Outcome(outcome.path("applied").asInt(), outcome.path("left").asInt());
    }

    private JsonNode send(String method, String path) {
        var request = HttpRequest.newBuilder(URI.create("http://" + Ports.LOOPBACK + ":" + port + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .method(method, BodyPublishers.noBody())
                .build();
        try {
            var response = HTTP.send(request, BodyHandlers.ofString());
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

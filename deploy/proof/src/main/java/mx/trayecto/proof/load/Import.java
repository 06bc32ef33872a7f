package mx.trayecto.proof.load;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import mx.trayecto.proof.Patience;
import mx.trayecto.proof.ProofFailure;
import mx.trayecto.proof.load.Api.Reply;

/** A file on its way into a service, as a client follows it. */
public final class Import {
    private static final String WOMEN = "/v1/participants/imports?sourceSystem=register";
    private static final Set<Integer> LATER = Set.of(409, 429);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Api api;
    private final String location;

    private Import(Api api, String location) {
        this.api = api;
        this.location = location;
    }

    /** What is told of it by now; {@code rows} are those of its outcomes, {@code done} and {@code total}. */
    public record Progress(String state, Map<String, Integer> rows) {
        public int done() {
            return rows.get("done");
        }

        public boolean over() {
            return state.equals("done") || state.equals("failed");
        }
    }

    /** Sends a file of women until it is taken. */
    public static Import of(Api api, byte[] file) {
        return of(api, WOMEN, file);
    }

    /** Sends a table until it is taken; the same key at every attempt, so that it is taken once. */
    public static Import of(Api api, String path, byte[] file) {
        String key = UUID.randomUUID().toString();
        Reply[] last = new Reply[1];
        Patience.until("the file taken or refused", Duration.ofMinutes(2), () -> {
            last[0] = api.post(path, file, "text/csv", key);
            return last[0].status() < 500 && !LATER.contains(last[0].status());
        });
        if (last[0].status() != 202) {
            throw new ProofFailure("the file was refused: " + last[0].status() + " " + last[0].body());
        }
        return new Import(api, last[0].header("Location"));
    }

    /** @throws IOException where it cannot be asked just now */
    public Progress progress() throws IOException {
        Reply reply = api.get(location);
        if (reply.status() != 200) {
            throw new IOException("answered with " + reply.status());
        }
        Map<String, Integer> rows = new HashMap<>();
        reply.body()
                .path("rows")
                .properties()
                .forEach(count -> rows.put(count.getKey(), count.getValue().asInt()));
        return new Progress(reply.body().path("state").asText(), rows);
    }

    /** Waits until it is over. */
    public Progress end(Duration atMost) {
        Progress[] last = new Progress[1];
        Patience.until("the import over", atMost, () -> {
            last[0] = progress();
            return last[0].over();
        });
        return last[0];
    }

    /** What became of each row. */
    public List<JsonNode> results() throws IOException {
        return api.get(location + "/results", "application/x-ndjson")
                .response()
                .body()
                .lines()
                .map(Import::json)
                .toList();
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new ProofFailure("a result cannot be read", e);
        }
    }
}

package mx.trayecto.platform.testing;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** Sends files, and waits until their tasks are done. */
public final class Importing {
    private Importing() {}

    /** @param to path and query */
    public static Response send(String token, String to, String contentType, byte[] file) {
        return Caller.with(token)
                .header("Idempotency-Key", UUID.randomUUID())
                .header("Accept-Language", "en")
                .contentType(contentType)
                .body(file)
                .post(to);
    }

    /** Sends a file that is taken, and gives its task's Location. */
    public static String begun(String token, String to, String contentType, byte[] file) {
        return send(token, to, contentType, file)
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
    }

    public static JsonPath done(String token, String location) {
        return Eventually.get(
                () -> Caller.with(token)
                        .header("Accept-Language", "en")
                        .get(location)
                        .jsonPath(),
                task -> List.of("done", "failed").contains(task.getString("state")),
                Duration.ofMinutes(5));
    }

    public static JsonPath imported(String token, String to, String contentType, byte[] file) {
        return done(token, begun(token, to, contentType, file));
    }

    /** State, rows and how many of them were created, updated, unchanged, rejected. */
    public static String told(JsonPath task) {
        return task.getString("state") + " " + task.getInt("rows.done") + "/" + task.getInt("rows.total") + ": "
                + task.getInt("rows.created") + " " + task.getInt("rows.updated") + " "
                + task.getInt("rows.unchanged") + " " + task.getInt("rows.rejected");
    }

    public static List<JsonPath> results(String token, String location) {
        return Caller.with(token)
                .header("Accept-Language", "en")
                .get(location + "/results")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .map(JsonPath::from)
                .toList();
    }
}

package mx.trayecto.indicators.history;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

import mx.trayecto.indicators.achievement.Api;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/**
 * A woman who withdraws her consent to sensitive data counts as not stated in every sensitive dimension from then on, and
 * as before in all others; what was told of her before is kept nowhere.
 */
@QuarkusTest
@TrayectoTest
class WithdrawnConsentTest {
    private static final LocalDate GRADUATED = LocalDate.of(2024, 9, 30);

    private final Story story = new Story(UUID.randomUUID());
    private final UUID program = UUID.randomUUID();

    private static ObjectNode history(String value) {
        ObjectNode history = JsonNodeFactory.instance.objectNode();
        history.putArray("indigenous").addObject().put("from", "2024-01-10").put("value", value);
        history.putArray("afroMexican").addObject().put("from", "2024-01-10").put("value", "no");
        history.putArray("disability").addObject().put("from", "2024-01-10").put("value", true);
        return history;
    }

    /** The snapshot that follows a consent given or withdrawn, as the registry tells it. */
    private void snapshot(UUID woman, String indigenous) {
        Told told = story.changed(Story.PARTICIPANTS, "participant", woman)
                .with("birthYear", 1985)
                .with("gender", "female")
                .with("state", "20")
                .with("municipality", "20067")
                .with("consents", JsonNodeFactory.instance.objectNode().put("sensitive-data", indigenous != null));
        if (indigenous == null) {
            told.with("history", JsonNodeFactory.instance.objectNode());
        } else {
            told.with("indigenous", indigenous)
                    .with("afroMexican", "no")
                    .with("disability", true)
                    .with("history", history(indigenous));
        }
    }

    private void graduate(UUID woman) {
        new Enrolled(UUID.randomUUID(), woman, program, UUID.randomUUID(), UUID.randomUUID(), null)
                .tell(story, "graduated", GRADUATED);
    }

    private Map<String, Integer> by(Api api, String indicator, String dimension) {
        JsonPath values = api.read("/v1/indicators/" + indicator + "/values?period=2024&by=" + dimension);
        Map<String, Integer> cells = new TreeMap<>();
        cells.put("total", values.getInt("total.value"));
        List<Map<String, Object>> told = values.getList("cells");
        told.forEach(cell -> cells.put((String) cell.get("key"), ((Number) cell.get("value")).intValue()));
        return cells;
    }

    @Test
    void sheIsNotStatedFromThenOnAndCountsAsBefore() throws SQLException {
        Wire.topics();
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        UUID silent = UUID.randomUUID();
        snapshot(one, "yes");
        snapshot(other, "yes");
        snapshot(silent, null);
        for (UUID woman : List.of(one, one, other, silent)) {
            graduate(woman);
        }
        Wire.send(story.told());
        Wire.await(story);
        Api api = new Api(story.tenant);
        String framework = api.make("/v1/frameworks", """
                {"code":"F","title":{"es":"Marco"},"kind":"donor",
                 "results":[{"code":"1","level":"output","title":{"es":"Uno"}}]}""");
        String indicator = api.make("/v1/indicators", """
                {"framework":"%s","result":"1","code":"1.1","title":{"es":"Graduadas"},"measureKind":"count",
                 "countingBasis":"persons","measure":{"type":"count","of":"graduated","basis":"persons"}}""".formatted(framework));
        assertEquals(Map.of("total", 3, "yes", 2, "notStated", 1), by(api, indicator, "indigenous"));
        assertEquals(Map.of("total", 3, "no", 2, "notStated", 1), by(api, indicator, "afroMexican"));
        assertEquals(Map.of("total", 3, "true", 2, "notStated", 1), by(api, indicator, "disability"));

        int before = story.told().size();
        snapshot(one, null);
        long withdrawn = System.nanoTime();
        Wire.send(story.told().subList(before, before + 1));
        Eventually.get(
                () -> by(api, indicator, "indigenous"),
                Map.of("total", 3, "yes", 1, "notStated", 2)::equals,
                Duration.ofSeconds(5));
        assertFalse(Duration.ofNanos(System.nanoTime() - withdrawn).toSeconds() >= 5, "within five seconds");
        assertEquals(Map.of("total", 3, "no", 1, "notStated", 2), by(api, indicator, "afroMexican"));
        assertEquals(Map.of("total", 3, "true", 1, "notStated", 2), by(api, indicator, "disability"));
        assertEquals(Map.of("total", 3, "20067", 3), by(api, indicator, "municipality"));
        assertEquals(
                List.of("0"),
                Database.query(
                        "indicators",
                        "SELECT count(*) FROM person WHERE participant = ? AND jsonb_exists(attributes, 'indigenous')",
                        one));

        snapshot(one, "no");
        Wire.send(story.told().subList(before + 1, before + 2));
        Eventually.get(
                () -> by(api, indicator, "indigenous"), Map.of("total", 3, "yes", 1, "no", 1, "notStated", 1)::equals);
    }

    @Test
    void theAnswerValidOnTheDayCounts() throws SQLException {
        Wire.topics();
        UUID woman = UUID.randomUUID();
        ObjectNode history = JsonNodeFactory.instance.objectNode();
        history.putArray("indigenous")
                .add(JsonNodeFactory.instance
                        .objectNode()
                        .put("from", "2024-05-01")
                        .put("value", "no"))
                .add(JsonNodeFactory.instance
                        .objectNode()
                        .put("from", "2024-10-01")
                        .put("value", "yes"));
        story.changed(Story.PARTICIPANTS, "participant", woman)
                .with("indigenous", "yes")
                .with("history", history);
        for (LocalDate on : List.of(LocalDate.of(2024, 2, 1), GRADUATED, LocalDate.of(2024, 10, 1))) {
            new Enrolled(UUID.randomUUID(), woman, program, UUID.randomUUID(), UUID.randomUUID(), null)
                    .tell(story, "graduated", on);
        }
        Wire.send(story.told());
        Wire.await(story);
        Api api = new Api(story.tenant);
        String framework = api.make("/v1/frameworks", """
                {"code":"F","title":{"es":"Marco"},"kind":"donor",
                 "results":[{"code":"1","level":"output","title":{"es":"Uno"}}]}""");
        String indicator = api.make("/v1/indicators", """
                {"framework":"%s","result":"1","code":"1.1","title":{"es":"Egresos"},"measureKind":"count",
                 "countingBasis":"enrolments","measure":{"type":"count","of":"graduated","basis":"enrolments"}}""".formatted(framework));
        assertEquals(Map.of("total", 3, "no", 2, "yes", 1), by(api, indicator, "indigenous"));
    }
}

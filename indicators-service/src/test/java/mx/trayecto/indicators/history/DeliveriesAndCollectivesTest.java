package mx.trayecto.indicators.history;

import java.time.LocalDate;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

import mx.trayecto.indicators.achievement.Api;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What women were given and what they run together is counted from the events, and no longer where that is corrected. */
@QuarkusTest
@TrayectoTest
class DeliveriesAndCollectivesTest {
    private final Story story = new Story(UUID.randomUUID());
    private final UUID program = UUID.randomUUID();

    private void delivery(UUID id, UUID woman, String happened, String state, LocalDate on) {
        story.tell(Story.DELIVERIES, "delivery." + happened, id, "delivery", id, "participant", woman)
                .with("enrollment", UUID.randomUUID())
                .with("program", program)
                .with("center", UUID.randomUUID())
                .with("kind", "credit")
                .with("amount", "15000.00")
                .with("currency", "MXN")
                .with("state", state)
                .with("on", on);
    }

    private void collective(UUID id, String happened, String municipality, LocalDate formedOn) {
        story.tell(Story.COLLECTIVES, "collective." + happened, id, "collective", id)
                .with("kind", "cooperative")
                .with("sector", "textiles")
                .with("municipality", municipality)
                .with("registeredOn", "2025-02-03")
                .with("formedOn", formedOn);
    }

    private void member(UUID collective, UUID member, UUID woman, String happened, LocalDate leftOn) {
        story.tell(Story.COLLECTIVES, "collective." + happened, collective, "collective", collective)
                .with("member", member)
                .with("participant", woman)
                .with("role", "treasurer")
                .with("sector", "textiles")
                .with("joinedOn", "2024-06-03")
                .with("leftOn", leftOn);
    }

    private static int total(Api api, String indicator, String period) {
        return values(api, indicator, period, "").getInt("total.value");
    }

    private static JsonPath values(Api api, String indicator, String period, String by) {
        return api.read("/v1/indicators/" + indicator + "/values?period=" + period + by);
    }

    private static String indicator(Api api, String framework, String code, String measure) {
        return api.make("/v1/indicators", """
                {"framework":"%s","result":"1","code":"%s","title":{"es":"%s"},"measureKind":"count",
                 "countingBasis":"persons","measure":%s}""".formatted(framework, code, code, measure));
    }

    @Test
    void areCountedAsTheyHappenedAndAsTheyAreCorrected() {
        Wire.topics();
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        UUID kept = UUID.randomUUID();
        UUID mistaken = UUID.randomUUID();
        delivery(kept, one, "requested", "requested", LocalDate.of(2024, 5, 2));
        delivery(kept, one, "delivered", "delivered", LocalDate.of(2024, 6, 3));
        delivery(mistaken, other, "delivered", "delivered", LocalDate.of(2024, 6, 4));
        delivery(UUID.randomUUID(), one, "delivered", "delivered", LocalDate.of(2025, 1, 7));
        UUID weavers = UUID.randomUUID();
        collective(weavers, "registered", "20043", LocalDate.of(2019, 3, 8));
        collective(UUID.randomUUID(), "registered", "20067", null);
        UUID membership = UUID.randomUUID();
        member(weavers, membership, one, "member-joined", null);
        member(weavers, UUID.randomUUID(), other, "member-joined", null);
        member(weavers, membership, one, "member-left", LocalDate.of(2024, 9, 30));
        collective(weavers, "changed", "20005", LocalDate.of(2019, 3, 8));
        Wire.send(story.told());
        Wire.await(story);
        Api api = new Api(story.tenant);
        String framework = api.make("/v1/frameworks", """
                {"code":"F","title":{"es":"Marco"},"kind":"donor",
                 "results":[{"code":"1","level":"output","title":{"es":"Uno"}}]}""");
        String women =
                indicator(api, framework, "D.1", "{\"type\":\"count\",\"of\":\"delivered\",\"basis\":\"persons\"}");
        String credits = indicator(
                api,
                framework,
                "D.2",
                "{\"type\":\"count\",\"of\":\"delivered\",\"basis\":\"records\",\"where\":{\"kind\":\"credit\"}}");
        String cooperatives = indicator(
                api,
                framework,
                "C.1",
                "{\"type\":\"count\",\"of\":\"collective\",\"basis\":\"records\",\"where\":{\"kind\":\"cooperative\"}}");
        String members = indicator(
                api, framework, "C.2", "{\"type\":\"count\",\"of\":\"collective-member\",\"basis\":\"persons\"}");
        assertEquals(2, total(api, women, "all"));
        assertEquals(2, total(api, women, "2024"));
        assertEquals(3, total(api, credits, "all"));
        assertEquals(2, total(api, cooperatives, "all"));
        assertEquals(1, total(api, cooperatives, "2019"));
        assertEquals(2, total(api, members, "2024"));
        assertEquals(
                1,
                values(api, cooperatives, "all", "&by=municipality").getInt("cells.find { it.key == '20005' }.value"));

        int before = story.told().size();
        delivery(mistaken, other, "corrected", "rejected", LocalDate.of(2024, 6, 5));
        Wire.send(story.told().subList(before, story.told().size()));
        Wire.await(story);
        assertEquals(1, total(api, women, "all"));
        assertEquals(2, total(api, credits, "all"));
    }
}

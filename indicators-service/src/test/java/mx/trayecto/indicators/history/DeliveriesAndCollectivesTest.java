package mx.trayecto.indicators.history;

import java.time.LocalDate;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

import mx.trayecto.indicators.achievement.Api;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/** What women were given and what they run together is counted from the events, and no longer where that is corrected. */
@QuarkusTest
@TrayectoTest
class DeliveriesAndCollectivesTest {
    private final Story story = new Story(UUID.randomUUID());
    private final UUID program = UUID.randomUUID();

    private void delivery(UUID id, UUID woman, String happened, String state, LocalDate on) {
        delivery(id, woman, happened, state, on, "15000.00", null);
    }

    private void delivery(
            UUID id, UUID woman, String happened, String state, LocalDate on, String amount, UUID institution) {
        story.tell(Story.DELIVERIES, "delivery." + happened, id, "delivery", id, "participant", woman)
                .with("enrollment", UUID.randomUUID())
                .with("program", program)
                .with("center", UUID.randomUUID())
                .with("kind", "credit")
                .with("amount", amount)
                .with("currency", amount == null ? null : "MXN")
                .with("institution", institution)
                .with("state", state)
                .with("approvedOn", state.equals("requested") ? null : on)
                .with("approvedAmount", state.equals("requested") ? null : amount)
                .with("approvedCurrency", state.equals("requested") || amount == null ? null : "MXN")
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

    static int total(Api api, String indicator, String period) {
        return values(api, indicator, period, "").getInt("total.value");
    }

    static JsonPath values(Api api, String indicator, String period, String by) {
        return api.read("/v1/indicators/" + indicator + "/values?period=" + period + by);
    }

    static String indicator(Api api, String framework, String code, String measure) {
        return api.make("/v1/indicators", """
                {"framework":"%s","result":"1","code":"%s","title":{"es":"%s"},"measureKind":"count",
                 "countingBasis":"persons","measure":%s}""".formatted(framework, code, code, measure));
    }

    private void support(UUID institution, String happened, UUID id, boolean mistaken) {
        story.tell(Story.ACTIVITIES, "support." + happened, id, "support", id, "organization", institution)
                .with("program", program)
                .with("state", "20")
                .with("kind", "funding")
                .with("startsOn", "2023-03-01")
                .with("mistaken", mistaken);
    }

    private static String amount(Api api, String framework, String code, String of) {
        return api.make("/v1/indicators", """
                {"framework":"%s","result":"1","code":"%s","title":{"es":"%s"},"measureKind":"amount",
                 "countingBasis":"money","measure":{"type":"sum","of":"%s","where":{"currency":"MXN"}}}""".formatted(framework, code, code, of));
    }

    static String framework(Api api) {
        return api.make("/v1/frameworks", """
                {"code":"F","title":{"es":"Marco"},"kind":"donor",
                 "results":[{"code":"1","level":"output","title":{"es":"Uno"}}]}""");
    }

    /** As with the credits of FINABIEN: what was approved is counted and added up, by the institution that gives it. */
    @Test
    void amountsAreAddedUpByWhoGivesThemAndUnknownOnesAreNoZero() {
        Wire.topics();
        UUID bank = UUID.randomUUID();
        story.changed(Story.PROGRAMS, "organization", bank).with("name", "FINABIEN");
        UUID first = UUID.randomUUID();
        delivery(first, UUID.randomUUID(), "approved", "approved", LocalDate.of(2023, 5, 2), "20000.00", bank);
        delivery(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "delivered",
                "delivered",
                LocalDate.of(2023, 6, 3),
                "1500.50",
                bank);
        delivery(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "requested",
                "requested",
                LocalDate.of(2023, 6, 3),
                "900.00",
                bank);
        delivery(UUID.randomUUID(), UUID.randomUUID(), "approved", "approved", LocalDate.of(2023, 6, 3), "70.00", null);
        Wire.send(story.told());
        Wire.await(story);
        Api api = new Api(story.tenant);
        String framework = framework(api);
        String approved = amount(api, framework, "A.1", "approved-amount");
        String delivered = amount(api, framework, "A.2", "delivered-amount");
        String credits = indicator(
                api,
                framework,
                "A.3",
                "{\"type\":\"count\",\"of\":\"approved\",\"basis\":\"records\",\"where\":{\"kind\":\"credit\"}}");
        assertEquals("21570.5", values(api, approved, "2023", "").getString("total.value"));
        assertEquals("1500.5", values(api, delivered, "2023", "").getString("total.value"));
        assertEquals(3, total(api, credits, "2023"));
        JsonPath byBank = values(api, approved, "2023", "&by=institution");
        assertEquals("FINABIEN", byBank.getString("cells.find { it.key == '" + bank + "' }.label.es"));
        assertEquals("21500.5", byBank.getString("cells.find { it.key == '" + bank + "' }.value"));
        assertEquals("70", byBank.getString("cells.find { it.key == 'notStated' }.value"));

        int before = story.told().size();
        delivery(first, UUID.randomUUID(), "rejected", "rejected", LocalDate.of(2023, 7, 1), "20000.00", bank);
        delivery(UUID.randomUUID(), UUID.randomUUID(), "approved", "approved", LocalDate.of(2023, 7, 1), null, bank);
        Wire.send(story.told().subList(before, story.told().size()));
        Wire.await(story);
        JsonPath after = values(api, approved, "2023", "");
        assertEquals("1570.5", after.getString("total.value"));
        assertEquals("at-least", after.getString("total.qualifier")); // of one it is not known how much
        JsonPath openAt = values(api, approved, "2023", "&by=institution");
        assertEquals("at-least", openAt.getString("cells.find { it.key == '" + bank + "' }.qualifier"));
        assertNull(openAt.getString("cells.find { it.key == 'notStated' }.qualifier"));
        assertEquals(3, total(api, credits, "2023"));
    }

    /** The 32 IMEF are in both PROABIM and FOBAM, and one institution each. */
    @Test
    void institutionsCountOnceHoweverOftenTheyAreSupported() {
        Wire.topics();
        UUID imef = UUID.randomUUID();
        UUID again = UUID.randomUUID();
        support(imef, "given", UUID.randomUUID(), false);
        support(imef, "given", again, false);
        support(UUID.randomUUID(), "given", UUID.randomUUID(), false);
        UUID mistaken = UUID.randomUUID();
        support(UUID.randomUUID(), "given", mistaken, false);
        Wire.send(story.told());
        Wire.await(story);
        Api api = new Api(story.tenant);
        String framework = framework(api);
        String institutions = indicator(
                api, framework, "I.1", "{\"type\":\"count\",\"of\":\"supported\",\"basis\":\"institutions\"}");
        String supports =
                indicator(api, framework, "I.2", "{\"type\":\"count\",\"of\":\"supported\",\"basis\":\"records\"}");
        assertEquals(3, total(api, institutions, "2023"));
        assertEquals(4, total(api, supports, "2023"));
        assertEquals(3, values(api, institutions, "2023", "&by=state").getInt("cells.find { it.key == '20' }.value"));

        int before = story.told().size();
        support(UUID.randomUUID(), "corrected", mistaken, true);
        Wire.send(story.told().subList(before, story.told().size()));
        Wire.await(story);
        assertEquals(2, total(api, institutions, "2023"));
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
        String framework = framework(api);
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

package mx.trayecto.programs;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is told to the other services, on the real topic, as its golden file says. */
@QuarkusTest
@TrayectoTest
class SnapshotsTest {
    private static final String PROGRAMS = "trayecto.programs.v1";
    private static final String ACTIVITIES = "trayecto.activities.v1";

    @Test
    void organizationIsToldWhole() throws Exception {
        Catalogue catalogue = new Catalogue();
        UUID successor = catalogue.create("/v1/organizations", Kind.ORGANIZATION.body(catalogue));
        UUID id = catalogue.create("/v1/organizations", Kind.ORGANIZATION.body(catalogue));
        patch(catalogue, "/v1/organizations/" + id, "{\"succeededBy\": \"%s\"}".formatted(successor));

        JsonNode sent = Golden.assertSent(PROGRAMS, id, "mx.trayecto.organization.changed.v1");
        assertEquals(id.toString(), sent.get("organization").textValue());
        assertEquals(successor.toString(), sent.get("succeededBy").textValue());
        assertEquals(catalogue.organization.toString(), sent.get("parent").textValue());
    }

    @Test
    void agreementIsToldWhole() throws Exception {
        Catalogue catalogue = new Catalogue();
        patch(catalogue, "/v1/agreements/" + catalogue.agreement, "{\"budgetKey\": \"S010\"}");

        JsonNode sent = Golden.assertSent(PROGRAMS, catalogue.agreement, "mx.trayecto.agreement.changed.v1");
        assertEquals(catalogue.agreement.toString(), sent.get("agreement").textValue());
        assertEquals("1600000.00", sent.at("/amounts/0/amount").textValue());
    }

    @Test
    void transactionIsToldWholeButForWhatPeopleWroteOfIt() throws Exception {
        Catalogue catalogue = new Catalogue();
        UUID id = catalogue.create("/v1/transactions", Kind.TRANSACTION.body(catalogue));

        JsonNode sent = Golden.assertSent(PROGRAMS, id, "mx.trayecto.transaction.changed.v1");
        assertEquals(catalogue.agreement.toString(), sent.get("agreement").textValue());
        assertEquals("800000.00", sent.at("/amount/amount").textValue());
        assertFalse(sent.toString().contains("ministración"));
    }

    @Test
    void centerIsToldWhole() throws Exception {
        Catalogue catalogue = new Catalogue();
        patch(catalogue, "/v1/centers/" + catalogue.center, "{\"confidential\": true, \"closedOn\": \"2025-07-01\"}");

        JsonNode sent = Golden.assertSent(PROGRAMS, catalogue.center, "mx.trayecto.center.changed.v1");
        assertEquals(catalogue.agreement.toString(), sent.get("agreement").textValue());
    }

    @Test
    void programIsToldWhole() throws Exception {
        Catalogue catalogue = new Catalogue();
        UUID earlier = catalogue.create("/v1/programs", Kind.PROGRAM.body(catalogue));
        patch(
                catalogue,
                "/v1/programs/" + catalogue.program,
                "{\"budgetKey\": \"S010\", \"succeeds\": \"" + earlier + "\"}");
        JsonNode sent = Golden.assertSent(PROGRAMS, catalogue.program, "mx.trayecto.program.changed.v1");
        assertEquals(catalogue.organization.toString(), sent.get("owner").textValue());
    }

    @Test
    void pathwayIsToldWithItsModulesAndWhatItsCriteriaRequire() throws Exception {
        Catalogue catalogue = new Catalogue();
        Caller.post(catalogue.coordinator)
                .body("{\"validFrom\": \"2024-07-01\", \"requiredModules\": [\"M1\", \"M5\"], \"minimumFollowUps\": 2}")
                .post("/v1/pathways/" + catalogue.pathway + "/criteria")
                .then()
                .statusCode(200);

        JsonNode sent = Golden.assertSent(PROGRAMS, catalogue.pathway, "mx.trayecto.pathway.changed.v1");
        assertEquals(2, sent.get("criteria").size());
        assertEquals(
                List.of("M1", "M2", "M3", "M4"),
                new ObjectMapper().convertValue(sent.at("/criteria/0/requiredModules"), List.class));
    }

    @Test
    void cohortIsToldAtEachStep() throws Exception {
        Catalogue catalogue = new Catalogue();
        UUID id = catalogue.create("/v1/cohorts", catalogue.cohort("G1", 30));
        Caller.post(catalogue.coordinator)
                .post("/v1/cohorts/" + id + "/opening")
                .then()
                .statusCode(200);

        Eventually.get(() -> Golden.all(PROGRAMS, id), sent -> sent.size() == 2);
        JsonNode sent = Golden.assertSent(PROGRAMS, id, "mx.trayecto.cohort.changed.v1");
        assertEquals(catalogue.pathway.toString(), sent.get("pathway").textValue());
        List<ConsumerRecord<String, String>> all = Golden.all(PROGRAMS, id);
        for (int i = 0; i < all.size(); i++) {
            assertEquals(String.valueOf(i + 1), Broker.header(all.get(i), "ce_sequence"));
            assertEquals(catalogue.tenant.toString(), Broker.header(all.get(i), "ce_tenant"));
        }
    }

    @Test
    void staffIsToldWithoutANameOrAnAddress() throws Exception {
        Catalogue catalogue = new Catalogue();
        UUID id = catalogue.create("/v1/staff", Kind.STAFF.body(catalogue));

        JsonNode sent = Golden.assertSent(PROGRAMS, id, "mx.trayecto.staff.changed.v1");
        assertFalse(sent.toString().contains("Zoraida") || sent.toString().contains("example.org"));
    }

    @Test
    void trainingIsReported() throws Exception {
        Catalogue catalogue = new Catalogue();
        UUID id = catalogue.create("/v1/activities", Kind.ACTIVITY.body(catalogue));
        Golden.assertSent(ACTIVITIES, id, "mx.trayecto.training.reported.v1");
    }

    @Test
    void activityIsHeldAndCorrected() throws Exception {
        Catalogue catalogue = new Catalogue();
        UUID campaign = catalogue.create("/v1/activities", """
                {"kind": "campaign", "audience": "public", "title": {"es": "16 días de activismo"},
                 "startsOn": "2024-11-25", "endsOn": "2024-12-10"}""");
        UUID id = catalogue.create("/v1/activities", """
                {"kind": "forum", "audience": "public", "title": {"es": "Foro"}, "organization": "%s", "agreement": "%s",
                 "center": "%s", "campaign": "%s", "startsOn": "2024-11-25", "endsOn": "2024-12-10", "hours": 3.5,
                 "headcounts": [{"sex": "all", "count": 120, "qualifier": "at-least"}]}""".formatted(
                        catalogue.organization, catalogue.agreement, catalogue.center, campaign));
        Golden.assertSent(ACTIVITIES, id, "mx.trayecto.activity.held.v1");
        patch(catalogue, "/v1/activities/" + id, "{\"headcounts\": [{\"sex\": \"female\", \"count\": 101}]}");
        Golden.assertSent(ACTIVITIES, id, "mx.trayecto.activity.corrected.v1");
    }

    @Test
    void supportIsGivenAndCorrected() throws Exception {
        Catalogue catalogue = new Catalogue();
        UUID id = catalogue.create("/v1/institutional-supports", Kind.SUPPORT.body(catalogue));
        JsonNode given = Golden.assertSent(ACTIVITIES, id, "mx.trayecto.support.given.v1");
        assertEquals("14", given.get("state").textValue());
        patch(catalogue, "/v1/institutional-supports/" + id, "{\"mistaken\": true}");
        JsonNode corrected = Golden.assertSent(ACTIVITIES, id, "mx.trayecto.support.corrected.v1");
        assertTrue(corrected.get("mistaken").booleanValue());
    }

    private static void patch(Catalogue catalogue, String path, String patch) {
        Caller.patch(catalogue.coordinator, "\"v0\"")
                .body(patch)
                .patch(path)
                .then()
                .statusCode(200);
        UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        Eventually.get(
                () -> Golden.all(
                        path.matches("/v1/(activities|institutional-supports)/.*") ? ACTIVITIES : PROGRAMS, id),
                sent -> sent.size() == 2);
    }
}

package mx.trayecto.programs.activity;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Catalogue;
import mx.trayecto.programs.Kind;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@TrayectoTest
class ActivityTest {
    @Test
    void countsWomenAndMenEachAsExactlyAsTheSourceDoes() {
        Catalogue catalogue = new Catalogue();
        UUID id = catalogue.create("/v1/activities", Kind.ACTIVITY.body(catalogue));
        Caller.with(catalogue.coordinator)
                .get("/v1/activities/" + id)
                .then()
                .body("headcounts.sex", contains("female", "male"))
                .body("headcounts.count", contains(31, 9))
                .body("headcounts.qualifier", contains("exact", "about"));
    }

    @Test
    void lastsADayUnlessSaidAndMayGoUncounted() {
        Catalogue catalogue = new Catalogue();
        Caller.post(catalogue.coordinator)
                .body(
                        "{\"kind\": \"talk\", \"audience\": \"public\", \"title\": {\"es\": \"Charla\"}, \"startsOn\": \"2024-03-08\"}")
                .post("/v1/activities")
                .then()
                .statusCode(201)
                .body("endsOn", equalTo("2024-03-08"))
                .body("headcounts", hasSize(0));
    }

    /** The 16 days of activism, from 25 November to 10 December. */
    @Test
    void isPartOfACampaignWithinItsDays() {
        Catalogue catalogue = new Catalogue();
        String campaign = """
                {"kind": "campaign", "audience": "public", "title": {"es": "16 días de activismo"},
                 "startsOn": "2024-11-25", "endsOn": "2024-12-10"}""";
        UUID id = catalogue.create("/v1/activities", campaign);
        Caller.with(catalogue.coordinator).get("/v1/activities/" + id).then().body("days", equalTo(16));
        String talk = """
                {"kind": "talk", "audience": "public", "title": {"es": "Charla"}, "campaign": "%s",
                 "startsOn": "2024-12-10", "headcounts": [{"sex": "all", "count": 80, "qualifier": "about"}]}""".formatted(id);
        UUID last = catalogue.create("/v1/activities", talk);
        Caller.with(catalogue.coordinator)
                .get("/v1/activities?campaign=" + id)
                .then()
                .body("items.id", contains(last.toString()));
        refused(catalogue, talk.replace("2024-12-10", "2024-12-11"), "outside-campaign");
        refused(catalogue, talk.replace(id.toString(), last.toString()), "unknown-reference"); // a talk is no campaign
    }

    /** What the migration tells once more is what the service tells; here it is taken back. */
    @Test
    void isToldAgainWithItsCampaign() throws Exception {
        Catalogue catalogue = new Catalogue();
        String days = "\"startsOn\": \"2024-09-02\", \"endsOn\": \"2024-09-06\"";
        UUID campaign = catalogue.create(
                "/v1/activities",
                "{\"kind\": \"campaign\", \"audience\": \"public\", \"title\": {\"es\": \"Campaña\"}, %s}"
                        .formatted(days));
        String body =
                Kind.ACTIVITY.body(catalogue).strip().replaceFirst("^\\{", "{\"campaign\": \"" + campaign + "\", ");
        UUID whole = catalogue.create("/v1/activities", body);
        UUID bare = catalogue.create(
                "/v1/activities",
                "{\"kind\": \"talk\", \"audience\": \"public\", \"title\": {\"es\": \"Charla\"}, \"campaign\": \"%s\", %s}"
                        .formatted(campaign, days));
        try (Connection owner = Database.connect("programs", "owner");
                Statement sql = owner.createStatement()) {
            owner.setAutoCommit(false);
            sql.execute(Files.readString(Path.of("src/main/resources/db/migration/V90__campaign_told.sql")));
            for (UUID part : List.of(whole, bare)) {
                assertEquals(List.of("1", "2"), Database.query(owner, told("sequence"), part));
                assertEquals(
                        ActivityRecord.CORRECTED,
                        Database.query(owner, told("type"), part).getLast());
                List<String> data = Database.query(owner, told("data::jsonb"), part);
                assertEquals(data.getFirst(), data.getLast());
            }
            assertEquals(1, Database.query(owner, told("sequence"), campaign).size());
            owner.rollback();
        }
    }

    private static String told(String what) {
        return "SELECT " + what + " FROM outbox WHERE aggregate_id = ? ORDER BY sequence";
    }

    @Test
    void aCampaignLeavesNoneOfItsActivitiesOutside() {
        Catalogue catalogue = new Catalogue();
        String campaign = "/v1/activities/" + catalogue.create("/v1/activities", """
                        {"kind": "campaign", "audience": "public", "title": {"es": "16 días de activismo"},
                         "startsOn": "2024-11-25", "endsOn": "2024-12-10"}""");
        String talk = """
                {"kind": "talk", "audience": "public", "title": {"es": "Charla"}, "campaign": "%s",
                 "startsOn": "%s"}""";
        String id = campaign.substring("/v1/activities/".length());
        catalogue.create("/v1/activities", talk.formatted(id, "2024-11-26"));
        catalogue.create("/v1/activities", talk.formatted(id, "2024-12-08"));
        changed(catalogue, campaign, "{\"startsOn\": \"2024-11-27\", \"endsOn\": \"2024-12-07\"}")
                .statusCode(422)
                .body("errors.pointer", contains("/startsOn", "/endsOn"))
                .body("errors.code", contains("activities-outside", "activities-outside"));
        changed(catalogue, campaign, "{\"kind\": \"event\"}")
                .statusCode(422)
                .body("errors.pointer", contains("/kind"))
                .body("errors.code", contains("has-activities"));
        changed(catalogue, campaign, "{\"startsOn\": \"2024-11-26\", \"endsOn\": \"2024-12-08\"}")
                .statusCode(200);
        refused(catalogue, talk.formatted(id, "2024-12-09"), "outside-campaign");
    }

    /** Who is limited to the campaign's centre does not see what others held of it, and leaves it inside all the same. */
    @Test
    void aCampaignLeavesNothingOfOtherCentresOutside() {
        Catalogue catalogue = new Catalogue();
        UUID id = catalogue.create("/v1/activities", """
                {"kind": "campaign", "audience": "public", "title": {"es": "Campaña"}, "center": "%s",
                 "startsOn": "2024-11-25", "endsOn": "2024-12-10"}""".formatted(catalogue.center));
        catalogue.create("/v1/activities", """
                {"kind": "talk", "audience": "public", "title": {"es": "Charla"}, "campaign": "%s", "center": "%s",
                 "startsOn": "2024-12-10"}""".formatted(id, catalogue.center("CREA-2")));
        Caller.patch(Tokens.coordinator(catalogue.tenant, catalogue.center), "\"v0\"")
                .body("{\"endsOn\": \"2024-12-09\"}")
                .patch("/v1/activities/" + id)
                .then()
                .statusCode(422)
                .body("errors.code", contains("activities-outside"));
    }

    @Test
    void aCampaignIsNotChangedWhileSomethingOfItIsReported() throws Exception {
        Catalogue catalogue = new Catalogue();
        for (int round = 0; round < 8; round++) {
            UUID id = catalogue.create("/v1/activities", """
                    {"kind": "campaign", "audience": "public", "title": {"es": "Campaña"},
                     "startsOn": "2024-11-25", "endsOn": "2024-12-10"}""");
            String talk = """
                    {"kind": "talk", "audience": "public", "title": {"es": "Charla"}, "campaign": "%s",
                     "startsOn": "2024-12-10"}""".formatted(id);
            try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<Integer> reported = both.submit(() -> Caller.post(catalogue.coordinator)
                        .body(talk)
                        .post("/v1/activities")
                        .statusCode());
                Future<Integer> shortened =
                        both.submit(() -> changed(catalogue, "/v1/activities/" + id, "{\"endsOn\": \"2024-12-09\"}")
                                .extract()
                                .statusCode());
                assertTrue((reported.get() == 201) != (shortened.get() == 200), reported.get() + " " + shortened.get());
            }
        }
    }

    private static ValidatableResponse changed(Catalogue catalogue, String activity, String patch) {
        return Caller.patch(
                        catalogue.coordinator,
                        Caller.with(catalogue.coordinator).get(activity).header("ETag"))
                .body(patch)
                .patch(activity)
                .then();
    }

    private static void refused(Catalogue catalogue, String body, String code) {
        Caller.post(catalogue.coordinator)
                .body(body)
                .post("/v1/activities")
                .then()
                .statusCode(422)
                .body("errors.code", contains(code));
    }

    @Test
    void isNotHeldInTheFuture() {
        Catalogue catalogue = new Catalogue();
        Caller.post(catalogue.coordinator)
                .body(
                        "{\"kind\": \"talk\", \"audience\": \"public\", \"title\": {\"es\": \"Charla\"}, \"startsOn\": \"2100-03-08\"}")
                .post("/v1/activities")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("future"));
    }
}

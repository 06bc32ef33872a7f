package mx.trayecto.programs.activity;

import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Catalogue;
import mx.trayecto.programs.Kind;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

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

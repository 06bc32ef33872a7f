package mx.trayecto.participants.registry;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import mx.trayecto.participants.Elsewhere;
import mx.trayecto.participants.People;
import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/** What a woman says while her record is taken for another's holds for both, and is hers alone once they are parted. */
@QuarkusTest
@TrayectoTest
class MergedConsentTest {
    private final UUID tenant = UUID.randomUUID();
    private final String coordinator = Tokens.coordinator(tenant);

    private String merged(String survivor, String record) {
        return Caller.post(coordinator)
                .body(Map.of("record", record, "reason", "registered-twice"))
                .post("/v1/participants/" + survivor + "/merges")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void parted(String survivor, String merge) {
        Caller.post(coordinator)
                .body(Map.of("reason", "different-persons"))
                .post("/v1/participants/" + survivor + "/merges/" + merge + "/reversal")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse say(String token, String id, String purpose, boolean granted) {
        return Caller.post(token)
                .body(People.consent(purpose, granted))
                .post("/v1/participants/" + id + "/consents")
                .then()
                .statusCode(201)
                .body("participant", equalTo(id));
    }

    private ValidatableResponse read(String path) {
        return Caller.with(coordinator).get(path).then().statusCode(200);
    }

    private String tag(String path) {
        return read(path).extract().header("ETag");
    }

    private static JsonPath snapshot(String id, int number) {
        return JsonPath.from(Eventually.get(
                        () -> Broker.read(
                                "trayecto.participants.v1", r -> r.key().equals(id)),
                        found -> found.size() >= number)
                .get(number - 1)
                .value());
    }

    @Test
    void aWithdrawalStaysWithTheRecordThatItWasGivenUnder() {
        String kept = People.registered(coordinator, People.everything());
        String other = People.registered(coordinator, People.everything());
        String merge = merged(kept, other);
        String location =
                say(coordinator, other, "sensitive-data", false).extract().header("Location");
        String consent = read(location).extract().path("id");
        read("/v1/participants/" + kept).body("consents.'sensitive-data'", is(false));
        assertNull(snapshot(kept, 2).get("indigenous"));
        assertEquals(false, snapshot(kept, 2).get("consents.'sensitive-data'"));

        parted(kept, merge);
        read(location).body("id", equalTo(consent));
        read("/v1/participants/" + kept)
                .body("consents.'sensitive-data'", is(true))
                .body("migration", equalTo("returned"));
        read("/v1/participants/" + kept + "/consents").body("items.id", not(hasItem(consent)));
        assertEquals("yes", snapshot(kept, 3).get("indigenous"));
        assertEquals(true, snapshot(kept, 3).get("consents.'sensitive-data'"));
        read("/v1/participants/" + other).body("consents.'sensitive-data'", is(false));
        assertNull(snapshot(other, 3).get("indigenous"));
        assertEquals(false, snapshot(other, 3).get("consents.'sensitive-data'"));
    }

    @Test
    void aGrantStaysWithTheRecordThatItWasGivenUnder() {
        String kept = People.registered(coordinator, People.woman());
        String other = People.registered(coordinator, People.woman());
        String merge = merged(kept, other);
        String location = say(coordinator, other, "images", true).extract().header("Location");
        say(coordinator, kept, "contact", true);
        read(location).body("granted", is(true));
        read("/v1/participants/" + other).body("consents", equalTo(Map.of("images", true, "contact", true)));
        assertEquals(true, snapshot(kept, 2).get("consents.images"));

        parted(kept, merge);
        read(location).body("granted", is(true));
        read("/v1/participants/" + kept).body("consents", equalTo(Map.of("contact", true)));
        read("/v1/participants/" + other).body("consents", equalTo(Map.of("images", true)));
        assertEquals(Map.of("contact", true), snapshot(kept, 4).getMap("consents"));
        assertEquals(Map.of("images", true), snapshot(other, 3).getMap("consents"));
    }

    @Test
    void isTakenAlongTheWholeLineFromWhoeverSeesOneOfTheRecords() {
        UUID crea = Elsewhere.center(tenant);
        String top = People.registered(coordinator, People.woman("center", crea));
        String middle = People.registered(coordinator, People.woman("center", Elsewhere.center(tenant)));
        String lowest = People.registered(coordinator, People.woman("center", Elsewhere.center(tenant)));
        merged(middle, lowest);
        String upper = merged(top, middle);
        say(Tokens.registrar(tenant, crea), lowest, "images", false);
        read("/v1/participants/" + top).body("consents.images", is(false));

        parted(top, upper);
        read("/v1/participants/" + top).body("consents", equalTo(Map.of()));
        read("/v1/participants/" + middle).body("consents.images", is(false));
    }

    @Test
    void whatIsSaidWithAnApplicationStaysLikewise() {
        String kept = People.registered(coordinator, People.woman());
        String other = People.registered(coordinator, People.woman());
        String merge = merged(kept, other);
        Caller.post(coordinator)
                .body(Map.of(
                        "participantId",
                        other,
                        "cohort",
                        UUID.randomUUID(),
                        "consents",
                        List.of(People.consent("images", false))))
                .post("/v1/applications")
                .then()
                .statusCode(201)
                .body("participant", equalTo(kept));
        read("/v1/participants/" + kept).body("consents.images", is(false));
        parted(kept, merge);
        read("/v1/participants/" + kept).body("consents", equalTo(Map.of()));
        read("/v1/participants/" + other + "/consents").body("items.granted", contains(false));
    }

    /** By her id or by the reference that another system gave her; the other fields are of the record that stands. */
    @Test
    void whatIsSaidInAChangeStaysLikewise() {
        for (boolean byReference : List.of(false, true)) {
            String external = "M-" + byReference;
            String kept = People.registered(coordinator, People.woman());
            String other = People.registered(
                    coordinator, People.woman("references", List.of(People.reference("sisemh", external))));
            String merge = merged(kept, other);
            Object said = People.with(People.consent("images", false), "at", "2025-03-01T16:00:00Z");
            Map<String, Object> told = Map.of("student", true, "consents", List.of(said));
            for (int i = 0; i < 2; i++) { // told again it is not said again
                (byReference
                                ? Caller.put(coordinator, "*")
                                        .body(told)
                                        .put("/v1/participants/by-reference/sisemh/" + external)
                                : Caller.patch(coordinator, tag("/v1/participants/" + other))
                                        .body(told)
                                        .patch("/v1/participants/" + other))
                        .then()
                        .statusCode(200)
                        .body("id", equalTo(kept))
                        .body("student", is(true))
                        .body("consents.images", is(false));
            }
            read("/v1/participants/" + kept + "/consents").body("items.participant", contains(other));
            assertEquals(false, snapshot(kept, 2).get("consents.images"));

            parted(kept, merge);
            read("/v1/participants/" + kept).body("consents", equalTo(Map.of()), "student", is(true));
            read("/v1/participants/" + other).body("consents", equalTo(Map.of("images", false)));
            read("/v1/participants/" + other + "/consents").body("items.granted", contains(false));
            assertEquals(Map.of("images", false), snapshot(other, 3).getMap("consents"));
        }
    }
}

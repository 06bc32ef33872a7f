package mx.trayecto.programs.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Group;
import mx.trayecto.programs.Told;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@TrayectoTest
class RollCallTest {
    @Test
    void recordsAWholeSessionInOneCallAndActivatesWhoCame() {
        Group group = new Group(40);
        List<UUID> women = group.enrolled(30);
        UUID session = group.session("2024-06-12", "3");
        Map<UUID, Boolean> roll = new LinkedHashMap<>();
        women.forEach(woman -> roll.put(woman, women.indexOf(woman) % 3 != 0));

        group.roll(session, roll)
                .then()
                .statusCode(200)
                .body("rollCallAt", notNullValue())
                .header("ETag", equalTo("\"v1\""));
        group.read("/v1/sessions/" + session + "/attendance").then().body("items", hasSize(30));
        assertEquals("enrolled", group.status(women.getFirst()));
        assertEquals("active", group.status(women.get(1)));
        List<Told> told = Told.of(Group.ENROLLMENTS, women.get(1), 4);
        assertEquals(
                List.of("applied", "enrolled", "activated", "attendance-recorded"),
                told.stream().map(Told::type).toList());
        assertEquals("3", told.getLast().data().get("hours").asText());
        assertEquals("2024-06-12", told.getLast().data().get("on").asText());
        Told absent = Told.of(Group.ENROLLMENTS, women.getFirst(), 3).getLast();
        assertFalse(absent.data().get("attended").asBoolean());
        assertEquals("0", absent.data().get("hours").asText());
    }

    @Test
    void changesNothingWhenTheSameRollIsCalledAgain() throws Exception {
        Group group = new Group(5);
        List<UUID> women = group.enrolled(3);
        UUID session = group.session("2024-06-12", "3");
        group.roll(session, Map.of(women.get(0), true, women.get(1), false));
        group.roll(session, Map.of(women.get(0), true, women.get(1), false, women.get(2), true))
                .then()
                .statusCode(200);
        assertEquals(
                List.of("3"),
                Database.query("programs", "SELECT count(*) FROM attendance WHERE session_id = ?", session));
        assertEquals(
                List.of("1"),
                Database.query(
                        "programs",
                        "SELECT count(*) FROM outbox WHERE aggregate_id = ? AND type LIKE '%attendance-recorded%'",
                        women.getFirst()));
        group.roll(session, Map.of(women.get(0), false))
                .then()
                .statusCode(409)
                .body("code", equalTo("attendance-recorded"))
                .body("errors.pointer", contains("/entries/0"));
    }

    @Test
    void tellsEveryFaultOfARollAndRecordsNothing() throws Exception {
        Group group = new Group(2);
        UUID here = group.enrolled();
        UUID left = group.enrolled();
        UUID waiting = group.enrolled();
        group.step(
                left, "withdrawal", "{\"on\": \"2024-06-11\", \"reason\": \"moved\"}"); // waiting moves up from then on
        UUID otherTenants = new Group(1).enrolled();
        UUID session = group.session("2024-06-12", "2.5");
        UUID early = group.session("2024-06-10", "2.5");
        String entries = """
                {"entries": [{"enrollment": "%s", "attended": true, "hours": 3},
                 {"enrollment": "%s", "attended": true}, {"enrollment": "%s", "attended": true},
                 {"enrollment": "%s", "attended": true}, {"enrollment": "%s", "attended": false, "hours": 1}]}""".formatted(here, left, UUID.randomUUID(), otherTenants, waiting);
        group.act("/v1/sessions/" + session + "/attendance", entries)
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains(
                                "/entries/0/hours",
                                "/entries/1/enrollment",
                                "/entries/2/enrollment",
                                "/entries/3/enrollment",
                                "/entries/4/hours"))
                .body(
                        "errors.code",
                        contains("range", "not-taking-part", "unknown-enrollment", "unknown-enrollment", "range"));
        group.roll(early, Map.of(waiting, true)).then().statusCode(422).body("errors.code", hasItem("not-taking-part"));
        group.roll(early, Map.of(left, true)).then().statusCode(200);
        assertEquals(
                List.of("0"),
                Database.query("programs", "SELECT count(*) FROM attendance WHERE session_id = ?", session));
        group.act("/v1/sessions/" + session + "/attendance", "{\"entries\": []}")
                .then()
                .statusCode(422);
        group.act("/v1/sessions/" + session + "/attendance", """
                {"entries": [{"enrollment": "%s", "attended": true}, {"enrollment": "%s", "attended": true}]}""".formatted(here, here))
                .then()
                .statusCode(422);
        group.act(
                        "/v1/sessions/" + session + "/attendance",
                        "{\"entries\": ["
                                + java.util.stream.IntStream.range(0, 501)
                                        .mapToObj(i -> "{\"enrollment\": \"%s\", \"attended\": true}"
                                                .formatted(UUID.randomUUID()))
                                        .collect(Collectors.joining(","))
                                + "]}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/entries"));
    }

    @Test
    void correctsWithAReasonFromTheVersionThatWasRead() {
        Group group = new Group(2);
        UUID woman = group.enrolled();
        UUID session = group.session("2024-06-12", "3");
        group.roll(session, Map.of(woman, false));
        String one = "/v1/sessions/" + session + "/attendance/" + woman;
        String etag = group.read(one).header("ETag");
        Caller.put(group.token, etag)
                .body("{\"attended\": true, \"hours\": 2}")
                .put(one)
                .then()
                .statusCode(422);
        Caller.put(group.token, etag)
                .body("{\"attended\": true, \"hours\": 2, \"reason\": \"arrived-late\"}")
                .put(one)
                .then()
                .statusCode(200)
                .header("ETag", "\"v1\"")
                .body("hours", equalTo(2))
                .body("reason", equalTo("arrived-late"));
        Caller.put(group.token, etag)
                .body("{\"attended\": false, \"reason\": \"mistake\"}")
                .put(one)
                .then()
                .statusCode(412);
        assertEquals("active", group.status(woman));
        Told told = Told.of(Group.ENROLLMENTS, woman, 5).getLast();
        assertEquals("attendance-corrected", told.type());
        assertEquals("arrived-late", told.data().get("reason").asText());
        assertTrue(told.data().get("attended").asBoolean());
        group.read("/v1/enrollments/" + woman + "/attendance").then().body("items.hours", contains(2));
    }

    @Test
    void isPlannedWithinTheCohortAndChangedUntilItIsHeld() {
        Group group = new Group(2);
        UUID woman = group.enrolled();
        String sessions = "/v1/cohorts/" + group.cohort + "/sessions";
        for (String on : List.of("2024-06-09", "2024-10-12")) {
            group.act(sessions, "{\"on\": \"%s\", \"hours\": 3}".formatted(on))
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/on"));
        }
        group.act(sessions, "{\"on\": \"2024-06-12\", \"hours\": 25, \"module\": \"%s\"}".formatted(UUID.randomUUID()))
                .then()
                .statusCode(422);
        UUID session = group.catalogue.create(sessions, """
                {"on": "2024-06-12", "startsAt": "09:30", "hours": 3.50, "module": "%s", "title": {"es": "Correo electrónico"}}""".formatted(group.module("M1")));
        Caller.patch(group.token, "\"v0\"")
                .body("{\"hours\": 4, \"title\": null}")
                .patch("/v1/sessions/" + session)
                .then()
                .statusCode(200)
                .body("hours", equalTo(4))
                .body("startsAt", equalTo("09:30:00"))
                .header("ETag", "\"v1\"");
        group.roll(session, Map.of(woman, true)).then().statusCode(200);
        Caller.patch(group.token, "\"v2\"")
                .body("{\"hours\": 2}")
                .patch("/v1/sessions/" + session)
                .then()
                .statusCode(409)
                .body("code", equalTo("session-held"));
        group.read(sessions).then().body("items.id", contains(session.toString()));
        Told told = Told.of(Group.ENROLLMENTS, woman, 4).getLast();
        assertEquals(group.module("M1").toString(), told.data().get("module").asText());
    }

    @Test
    void waitsForASessionThatLiesAhead() {
        Group group = new Group(2);
        UUID cohort = group.open(group.catalogue.cohort("GF", 2).replace("2024-10-11", "2090-01-01"));
        UUID woman = group.enrolled(cohort);
        UUID session =
                group.catalogue.create("/v1/cohorts/" + cohort + "/sessions", "{\"on\": \"2089-12-31\", \"hours\": 3}");
        Response early = group.roll(session, Map.of(woman, true));
        early.then().statusCode(409).body("code", equalTo("session-not-yet"));
    }

    @Test
    void isCalledByFacilitatorsOfTheCentreAlone() {
        Group group = new Group(2);
        UUID woman = group.enrolled();
        UUID session = group.session("2024-06-12", "3");
        String body = "{\"entries\": [{\"enrollment\": \"%s\", \"attended\": true}]}".formatted(woman);
        String path = "/v1/sessions/" + session + "/attendance";
        UUID elsewhere = group.catalogue.center("CJM-2");
        Caller.post(Tokens.registrar(group.tenant)).body(body).post(path).then().statusCode(403);
        Caller.post(Tokens.facilitator(group.tenant, elsewhere))
                .body(body)
                .post(path)
                .then()
                .statusCode(404);
        Caller.post(Tokens.facilitator(UUID.randomUUID()))
                .body(body)
                .post(path)
                .then()
                .statusCode(404);
        Caller.post(Tokens.facilitator(group.tenant, group.catalogue.center))
                .body(body)
                .post(path)
                .then()
                .statusCode(200);
    }
}

package mx.trayecto.programs.session;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Group;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
@TrayectoTest
class TimetableTest {
    /** A cohort of 10 June to 11 October 2024. */
    private Group group;

    @BeforeEach
    void begin() {
        group = new Group(5);
    }

    private String sessions() {
        return "/v1/cohorts/" + group.cohort + "/sessions";
    }

    private String timetable() {
        return "/v1/cohorts/" + group.cohort + "/timetable";
    }

    @Test
    void plansACohortsSessionsWeekByWeekWithItsModulesInTheirOrder() {
        String command = """
                {"until": "2024-07-05", "except": ["2024-06-19"], "modules": true,
                 "slots": [{"weekday": "monday", "startsAt": "09:00", "hours": 8},
                           {"weekday": "wednesday", "startsAt": "16:00", "hours": 6, "title": {"es": "Taller"}}]}""";
        group.act(timetable() + "?dryRun=true", command)
                .then()
                .statusCode(200)
                .body("sessions", hasSize(7))
                .body("hours", equalTo(50));
        group.read(timetable()).then().body("sessions", hasSize(0));
        group.act(timetable(), command)
                .then()
                .statusCode(200)
                .body(
                        "sessions.on",
                        contains(
                                "2024-06-10",
                                "2024-06-12",
                                "2024-06-17",
                                "2024-06-24",
                                "2024-06-26",
                                "2024-07-01",
                                "2024-07-03"))
                .body("hours", equalTo(50));
        String digital = group.module("M1").toString();
        String human = group.module("M2").toString();
        group.read(timetable())
                .then()
                .statusCode(200)
                .body(
                        "sessions.module",
                        contains(
                                digital,
                                digital,
                                digital,
                                human,
                                human,
                                human,
                                group.module("M3").toString()))
                .body("sessions[1].title.es", equalTo("Taller"));
        group.read(sessions() + "?limit=3").then().body("items", hasSize(3));
    }

    @Test
    void lastsAsLongAsTheCohort() {
        group.act(timetable(), "{\"slots\": [{\"weekday\": \"friday\", \"hours\": 2}]}")
                .then()
                .statusCode(200)
                .body("sessions", hasSize(18))
                .body("sessions[0].on", equalTo("2024-06-14"))
                .body("sessions[17].on", equalTo("2024-10-11"))
                .body("sessions[0].module", nullValue());
    }

    @Test
    void noTwoSessionsOfACohortAreAtTheSameTime() {
        String first = "{\"on\": \"2024-06-12\", \"startsAt\": \"09:00\", \"hours\": 3}";
        UUID id = group.catalogue.create(sessions(), first);
        group.act(sessions(), first.replace("09:00", "11:59"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/startsAt"))
                .body("errors.code", contains("session-overlap"));
        UUID next = group.catalogue.create(sessions(), first.replace("09:00", "12:00"));
        group.catalogue.create(sessions(), "{\"on\": \"2024-06-12\", \"hours\": 3}"); // whenever that day
        Caller.patch(group.token, "\"v0\"")
                .body("{\"startsAt\": \"11:00\"}")
                .patch("/v1/sessions/" + next)
                .then()
                .statusCode(422)
                .body("errors.code", contains("session-overlap"));
        Caller.patch(group.token, "\"v0\"")
                .body("{\"hours\": 2.5}")
                .patch("/v1/sessions/" + id)
                .then()
                .statusCode(200);
        group.act(timetable(), "{\"slots\": [{\"weekday\": \"wednesday\", \"startsAt\": \"11:00\", \"hours\": 1}]}")
                .then()
                .statusCode(422)
                .body("errors.code", hasItem("session-overlap"));
        group.act(
                        timetable(),
                        "{\"slots\": [{\"weekday\": \"sunday\", \"startsAt\": \"22:00\", \"hours\": 12},"
                                + " {\"weekday\": \"monday\", \"startsAt\": \"09:00\", \"hours\": 2}]}")
                .then()
                .statusCode(422)
                .body("errors.code", hasItem("session-overlap"));
        group.read(timetable()).then().body("sessions", hasSize(3));
    }

    @Test
    void aCancelledSessionIsHeldForNobody() {
        UUID woman = group.enrolled();
        UUID session =
                group.catalogue.create(sessions(), "{\"on\": \"2024-06-12\", \"startsAt\": \"09:00\", \"hours\": 3}");
        group.act("/v1/sessions/" + session + "/cancellation", "{\"reason\": \"holiday\"}")
                .then()
                .statusCode(200)
                .body("cancelReason", equalTo("holiday"));
        group.roll(session, Map.of(woman, true)).then().statusCode(409).body("code", equalTo("session-cancelled"));
        group.act("/v1/sessions/" + session + "/cancellation", "{\"reason\": \"other\"}")
                .then()
                .statusCode(409);
        UUID instead =
                group.catalogue.create(sessions(), "{\"on\": \"2024-06-12\", \"startsAt\": \"10:00\", \"hours\": 3}");
        group.roll(instead, Map.of(woman, true)).then().statusCode(200);
        group.act("/v1/sessions/" + instead + "/cancellation", "{\"reason\": \"holiday\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("session-held"));
        List<Object> left = group.read(timetable()).path("sessions.id");
        assertEquals(List.of(instead.toString()), left);
    }

    @Test
    void aCohortsDatesLeaveOutNoSession() {
        group.session("2024-06-12", "3");
        String cohort = "/v1/cohorts/" + group.cohort;
        String tag = group.read(cohort).header("ETag");
        Caller.patch(group.token, tag)
                .body("{\"startsOn\": \"2024-06-13\"}")
                .patch(cohort)
                .then()
                .statusCode(422)
                .body("errors.code", contains("sessions-outside"));
        Caller.patch(group.token, tag)
                .body("{\"endsOn\": \"2024-06-12\"}")
                .patch(cohort)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'slots': []} | /slots",
                "{'slots': [{'weekday': 'lunes', 'hours': 2}]} | /slots/0/weekday",
                "{'slots': [{'weekday': 'monday', 'hours': -1}]} | /slots/0/hours",
                "{'from': '2024-06-09', 'slots': [{'weekday': 'monday', 'hours': 2}]} | /from",
                "{'until': '2024-10-12', 'slots': [{'weekday': 'monday', 'hours': 2}]} | /until",
                "{'until': '2024-06-01', 'slots': [{'weekday': 'monday', 'hours': 2}]} | /until"
            })
    void refusesWhatCannotBe(String body, String pointer) {
        group.act(timetable(), body.replace('\'', '"')).then().statusCode(422).body("errors.pointer", hasItem(pointer));
    }
}

package mx.trayecto.programs.graduation;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Group;
import mx.trayecto.programs.Sheet;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Which sessions count for a woman: those of her cohorts, each while she belonged to it. Hours tell sessions apart. */
@QuarkusTest
@TrayectoTest
class HeldForHerTest {
    private Group group;
    private UUID center;
    private UUID other;

    @BeforeEach
    void openTwoCohorts() {
        group = new Group(3);
        center = group.catalogue.center("CJM-T");
        other = group.open(group.catalogue.cohort("G2", center, 5));
    }

    @Test
    void areThoseOfBothCohortsAroundATransfer() {
        UUID woman = group.enrolled();
        UUID there = group.enrolled(other);
        UUID here = group.enrolled();
        held(group.cohort, "2024-06-12", "1", Map.of(woman, true, here, true));
        held(group.cohort, "2024-06-18", "2", Map.of(here, true)); // in her time, no word about her: missed
        held(other, "2024-06-19", "4", Map.of(there, true)); // before she came
        transfer(woman, other, "2024-06-20");
        held(group.cohort, "2024-06-21", "8", Map.of(here, true)); // after she left
        held(other, "2024-06-22", "10", Map.of(there, true)); // in her time, missed
        held(other, "2024-06-23", "12", Map.of(woman, true, there, true));
        progress(woman).body("hoursAttended", equalTo(13)).body("hoursHeld", equalTo(25));
        progress(here).body("hoursAttended", equalTo(11)).body("hoursHeld", equalTo(11));
        progress(there).body("hoursAttended", equalTo(26)).body("hoursHeld", equalTo(26));
        group.act("/v1/cohorts/" + other + "/graduation?dryRun=true", "{\"on\": \"2024-06-30\"}")
                .then()
                .body(
                        "notGraduated.find { it.enrollment == '" + woman
                                + "' }.missing.find { it.code == 'attendance' }.en",
                        equalTo("Attended 13 of 25 hours (52%); 80% is required."));
    }

    @Test
    void areTheSameForWhoeverReadsThem() {
        UUID woman = group.enrolled();
        UUID here = group.enrolled();
        held(group.cohort, "2024-06-12", "6", Map.of(woman, true, here, true));
        held(group.cohort, "2024-06-18", "2", Map.of(here, true));
        transfer(woman, other, "2024-06-20");
        String path = "/v1/enrollments/" + woman + "/progress";
        for (String token : List.of(group.token, Tokens.coordinator(group.tenant, center))) {
            Caller.with(token)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body("hoursHeld", equalTo(8))
                    .body("attendancePercent", equalTo(75.0f));
        }
    }

    @Test
    void areNotThoseHeldWhileSheWasAway() {
        UUID woman = group.enrolled();
        UUID here = group.enrolled();
        held(group.cohort, "2024-06-12", "1", Map.of(woman, true, here, true));
        group.step(woman, "deferral", "{\"on\": \"2024-06-14\", \"until\": \"2024-07-01\"}")
                .then()
                .statusCode(200);
        held(group.cohort, "2024-06-18", "2", Map.of(here, true));
        group.step(woman, "activation", "{\"on\": \"2024-07-01\"}").then().statusCode(200);
        held(group.cohort, "2024-07-02", "4", Map.of(here, true));
        progress(woman).body("hoursAttended", equalTo(1)).body("hoursHeld", equalTo(5));
        progress(here).body("hoursHeld", equalTo(7));
    }

    @Test
    void countOnceForWhoComesAndGoesAndComesBack() {
        UUID woman = group.enrolled();
        UUID here = group.enrolled();
        held(group.cohort, "2024-06-12", "1", Map.of(here, true));
        transfer(woman, other, "2024-06-14");
        held(group.cohort, "2024-06-18", "2", Map.of(here, true)); // while she was in the other
        transfer(woman, group.cohort, "2024-06-20");
        held(group.cohort, "2024-06-20", "4", Map.of(here, true));
        group.step(woman, "deferral", "{\"on\": \"2024-06-24\", \"until\": \"2024-07-01\"}");
        held(group.cohort, "2024-06-24", "8", Map.of(here, true)); // from that day on she was away
        transfer(woman, other, "2024-06-25");
        transfer(woman, group.cohort, "2024-06-25");
        held(group.cohort, "2024-06-25", "10", Map.of(here, true));
        group.step(woman, "withdrawal", "{\"on\": \"2024-06-26\", \"reason\": \"moved\"}");
        held(group.cohort, "2024-06-26", "12", Map.of(here, true)); // her last day
        held(group.cohort, "2024-06-27", "14", Map.of(here, true));
        progress(woman).body("hoursHeld", equalTo(1 + 4 + 10 + 12));
    }

    @Test
    void includeNoAbsenceFromAfterSheLeft() {
        UUID woman = group.enrolled();
        held(group.cohort, "2024-06-12", "1", Map.of(woman, true));
        held(group.cohort, "2024-06-22", "2", Map.of(woman, false));
        held(group.cohort, "2024-06-23", "4", Map.of(woman, true));
        transfer(woman, other, "2024-06-20"); // said late: she was no longer there, but where she came she came
        progress(woman).body("hoursAttended", equalTo(5)).body("hoursHeld", equalTo(5));
    }

    @Test
    void mayStillBeToldOfSomebodyWhoHasLeftSince() {
        UUID woman = group.enrolled();
        UUID session = group.session("2024-06-18", "2");
        UUID later = group.session("2024-06-25", "2");
        transfer(woman, other, "2024-06-20");
        group.roll(session, Map.of(woman, true)).then().statusCode(200);
        progress(woman).body("hoursAttended", equalTo(2)).body("hoursHeld", equalTo(2));
        group.roll(later, Map.of(woman, true))
                .then()
                .statusCode(422)
                .body("errors.code", contains("unknown-enrollment"));
    }

    /** She went to the other cohort and came back: what was held before she left was held for her. */
    @Test
    void mayStillBeToldOfSomebodyWhoHasComeBackSince() {
        UUID woman = group.enrolled();
        UUID called = group.session("2024-06-12", "1");
        UUID imported = group.session("2024-06-13", "2");
        UUID away = group.session("2024-06-18", "4");
        transfer(woman, other, "2024-06-14");
        transfer(woman, group.cohort, "2024-06-20");
        group.roll(called, Map.of(woman, true)).then().statusCode(200);
        Sheet sheet = new Sheet(group.tenant, "attendance", "session,enrollment,attended");
        assertEquals(
                List.of("2 created", "3 /enrollment not-taking-part"),
                sheet.results(List.of(imported + "," + woman + ",sí", away + "," + woman + ",sí")));
        group.roll(away, Map.of(woman, true)).then().statusCode(422).body("errors.code", contains("not-taking-part"));
        progress(woman).body("hoursAttended", equalTo(3)).body("hoursHeld", equalTo(3));
    }

    private void held(UUID cohort, String on, String hours, Map<UUID, Boolean> roll) {
        UUID session = group.catalogue.create(
                "/v1/cohorts/" + cohort + "/sessions", "{\"on\": \"%s\", \"hours\": %s}".formatted(on, hours));
        group.roll(session, roll).then().statusCode(200);
    }

    private void transfer(UUID woman, UUID cohort, String on) {
        assertEquals(
                200,
                group.step(woman, "transfer", "{\"on\": \"%s\", \"cohort\": \"%s\"}".formatted(on, cohort))
                        .statusCode());
    }

    private ValidatableResponse progress(UUID woman) {
        return group.read("/v1/enrollments/" + woman + "/progress").then().statusCode(200);
    }
}

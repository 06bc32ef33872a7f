package mx.trayecto.programs.enrollment;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Catalogue;
import mx.trayecto.programs.Group;
import mx.trayecto.programs.Told;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

@QuarkusTest
@TrayectoTest
class TransferTest {
    @Test
    void transfersWithItsSeat() {
        Group group = new Group(1);
        UUID other = group.open(group.catalogue.cohort("G2", group.catalogue.center("CJM-T"), 1));
        UUID moved = group.enrolled();
        UUID waiting = group.enrolled();
        group.step(moved, "transfer", "{\"on\": \"2024-07-01\", \"cohort\": \"%s\"}".formatted(other))
                .then()
                .statusCode(200)
                .body("status", equalTo("enrolled"))
                .body("cohort", equalTo(other.toString()));
        assertEquals("enrolled", group.status(waiting));
        Told told = Told.of(Group.ENROLLMENTS, moved, 3).getLast();
        assertEquals("transferred", told.type());
        assertEquals(group.cohort.toString(), told.data().get("fromCohort").asText());
        assertNotEquals(
                told.data().get("fromCenter").asText(),
                told.data().get("center").asText());
        group.step(waiting, "transfer", "{\"on\": \"2024-07-02\", \"cohort\": \"%s\"}".formatted(other))
                .then()
                .statusCode(409)
                .body("code", equalTo("cohort-full"));
        group.step(waiting, "transfer", "{\"on\": \"2024-07-02\", \"cohort\": \"%s\"}".formatted(group.cohort))
                .then()
                .statusCode(422);
    }

    /** She is on one version of the path until she graduates; what she has completed is of that one. */
    @Test
    void isRefusedToACohortOnAnotherVersionOfThePathway() {
        Group group = new Group(1);
        UUID next = group.catalogue.create("/v1/pathways", Catalogue.pathway(group.catalogue.program));
        UUID other = group.open(
                group.catalogue.cohort("G2", 2).replace(group.catalogue.pathway.toString(), next.toString()));
        group.step(group.enrolled(), "transfer", "{\"on\": \"2024-07-01\", \"cohort\": \"%s\"}".formatted(other))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/cohort"), "errors.code", contains("other-pathway"));
    }

    @Test
    void keepsTheDayOfHerEnrollmentWhenSheComesBackInAnotherCohort() {
        Group group = new Group(1);
        UUID other = group.open(group.catalogue.cohort("G2", 2));
        UUID deferred = group.enrolled();
        UUID waiting = group.enrolled();
        UUID stillWaiting = group.enrolled();
        String transfer = "{\"on\": \"2024-08-01\", \"cohort\": \"%s\"}".formatted(other);
        group.step(deferred, "deferral", "{\"on\": \"2024-06-20\", \"until\": \"2024-08-01\"}");
        assertEquals("enrolled", group.status(waiting));
        group.step(deferred, "transfer", transfer).then().statusCode(200);
        group.step(stillWaiting, "transfer", transfer).then().statusCode(200);
        assertEquals(List.of("transferred", "enrolled"), lastTwo(Told.types(deferred, 5)));
        Told back = Told.of(Group.ENROLLMENTS, deferred, 5).getLast();
        assertEquals("2024-06-10", back.data().get("on").asText());
        assertEquals(other.toString(), back.data().get("cohort").asText());
        Told first = Told.of(Group.ENROLLMENTS, stillWaiting, 4).getLast();
        assertEquals("enrolled", first.type());
        assertEquals("2024-08-01", first.data().get("on").asText(), "who only waited is enrolled from then on");
    }

    /** Her cohort has ended meanwhile; what she did in it stays hers, and she goes on where she takes part again. */
    @Test
    void comesBackFromADeferralInALaterCohort() {
        Group group = new Group(2);
        UUID away = group.enrolled();
        UUID stays = group.enrolled();
        group.roll(group.session("2024-06-12", "3"), Map.of(away, true, stays, true));
        group.step(away, "deferral", "{\"on\": \"2024-06-20\", \"until\": \"2025-01-13\"}");
        group.act("/v1/cohorts/" + group.cohort + "/start", "{}").then().statusCode(200);
        group.act("/v1/cohorts/" + group.cohort + "/closing", "{}").then().statusCode(200);
        String deferred = "/v1/enrollments?status=deferred&program=" + group.catalogue.program;
        group.read(deferred)
                .then()
                .body("items.id", contains(away.toString()), "items.deferredUntil", contains("2025-01-13"));
        group.read("/v1/enrollments?status=deferred&program=" + UUID.randomUUID())
                .then()
                .body("items", hasSize(0));

        UUID later = group.open(group.catalogue
                .cohort("G2", 1)
                .replace("2024-06-10", "2025-01-13")
                .replace("2024-10-11", "2025-05-30"));
        group.step(away, "transfer", "{\"on\": \"2025-01-13\", \"cohort\": \"%s\"}".formatted(later))
                .then()
                .statusCode(200)
                .body("status", equalTo("active"), "cohort", equalTo(later.toString()))
                .body("enrolledOn", equalTo("2024-06-10"), "activatedOn", equalTo("2024-06-12"))
                .body("deferredUntil", nullValue());
        group.read(deferred).then().body("items", hasSize(0));
        group.read("/v1/enrollments/" + away + "/stays")
                .then()
                .body("items.cohort", contains(group.cohort.toString(), later.toString()))
                .body("items.from", contains("2024-06-10", "2025-01-13"))
                .body("items[0].until", equalTo("2024-06-20"));
        group.read("/v1/enrollments/" + away + "/attendance").then().body("items", hasSize(1));
        group.enroll(group.participant(), later, "2025-01-14")
                .then()
                .body("status", equalTo("waitlisted")); // the seat is hers
        assertEquals(
                List.of(
                        "applied",
                        "enrolled",
                        "activated",
                        "attendance-recorded",
                        "deferred",
                        "transferred",
                        "activated"),
                Told.types(away, 7));
    }

    @Test
    void givesTheSeatUpWhileDeferredAndNeedsAFreeOneToComeBack() {
        Group group = new Group(1);
        UUID deferred = group.enrolled();
        UUID next = group.enrolled();
        group.step(deferred, "deferral", "{\"on\": \"2024-06-20\", \"until\": \"2024-08-01\"}")
                .then()
                .statusCode(200)
                .body("status", equalTo("deferred"))
                .body("deferredUntil", equalTo("2024-08-01"));
        assertEquals("enrolled", group.status(next));
        group.step(deferred, "activation", "{\"on\": \"2024-08-01\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("cohort-full"));
        group.step(next, "withdrawal", "{\"on\": \"2024-08-02\", \"reason\": \"moved\"}");
        group.step(deferred, "activation", "{\"on\": \"2024-08-02\"}")
                .then()
                .statusCode(200)
                .body("status", equalTo("active"))
                .body("deferredUntil", nullValue());
    }

    private static <T> List<T> lastTwo(List<T> all) {
        return all.subList(all.size() - 2, all.size());
    }
}

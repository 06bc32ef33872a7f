package mx.trayecto.programs.enrollment;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Group;
import mx.trayecto.programs.Told;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@TrayectoTest
class EnrollmentTest {
    @Test
    void givesASeatWhileThereIsOneAndThenAPlaceInLine() {
        Group group = new Group(1);
        Response first = group.enroll(group.participant());
        first.then()
                .statusCode(201)
                .header("ETag", "\"v0\"")
                .header("Trayecto-Position", equalTo("trayecto.enrollments.v1/" + Group.made(first) + "/1.2"))
                .body("status", equalTo("enrolled"))
                .body("enrolledOn", equalTo("2024-06-10"))
                .body("waitlistPosition", nullValue());
        Response second = group.enroll(group.participant());
        second.then().statusCode(201).body("status", equalTo("waitlisted")).body("waitlistPosition", equalTo(1));
        assertEquals(List.of("applied", "enrolled"), Told.types(Group.made(first), 2));
        assertEquals(List.of("applied", "waitlisted"), Told.types(Group.made(second), 2));
        group.read("/v1/cohorts/" + group.cohort)
                .then()
                .header("ETag", "\"v1\""); // opened: enrolling is no change of it
    }

    @Test
    void passesAFreedSeatToTheFirstInLine() {
        Group group = new Group(1);
        UUID first = group.enrolled();
        UUID second = group.enrolled();
        UUID third = group.enrolled();

        group.step(first, "withdrawal", "{\"on\": \"2024-06-20\", \"reason\": \"employment\"}")
                .then()
                .statusCode(200)
                .body("status", equalTo("withdrawn"))
                .body("reason", equalTo("employment"));
        group.read("/v1/enrollments/" + second)
                .then()
                .body("status", equalTo("enrolled"))
                .body("enrolledOn", equalTo("2024-06-20"));
        assertEquals("waitlisted", group.status(third));
        assertEquals(List.of("applied", "waitlisted", "enrolled"), Told.types(second, 3));
    }

    @Test
    void offersSeatsWhereTheCohortAsksForIt() {
        Group group = new Group(1);
        UUID offering = group.offering(1, 5);
        UUID first = group.enrolled(offering);
        UUID second = group.enrolled(offering);
        group.read("/v1/enrollments/" + first)
                .then()
                .body("status", equalTo("offered"))
                .body("offerExpiresOn", equalTo("2024-06-15"));

        group.step(first, "decline", "{\"on\": \"2024-06-12\"}").then().statusCode(200);
        assertEquals("declined", group.status(first));
        String lastDay =
                LocalDate.now(ZoneId.of("America/Mexico_City")).plusDays(5).toString();
        group.read("/v1/enrollments/" + second)
                .then()
                .body("status", equalTo("offered"), "statusOn", equalTo("2024-06-12"))
                .body("offerExpiresOn", equalTo(lastDay)); // told late, it is made today
        UUID late = group.enrolled(group.open(
                group.catalogue.cohort("GL", 1).replaceFirst("\"capacity\"", "\"offerDays\": 5, \"capacity\"")));
        group.step(late, "acceptance", "{\"on\": \"2024-06-16\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("offer-expired"), "title", equalTo("La oferta de lugar venció"));
        group.step(second, "acceptance", "{\"on\": \"2024-06-17\"}")
                .then()
                .statusCode(200)
                .body("status", equalTo("enrolled"));
        assertEquals(List.of("applied", "waitlisted", "offered", "enrolled"), Told.types(second, 4));
    }

    @Test
    void enrolsOnlyWhomItKnowsAndWhereItMay() {
        Group group = new Group(2);
        UUID planned = group.catalogue.create("/v1/cohorts", group.catalogue.cohort("G9", 2));
        UUID stranger = Group.participant(UUID.randomUUID());
        UUID hers = group.participant();
        String body = "{\"participant\": \"%s\", \"cohort\": \"%s\", \"on\": \"%s\"}";

        post(group, body.formatted(UUID.randomUUID(), group.cohort, "2024-06-10"), 422, "unknown-participant");
        post(group, body.formatted(stranger, group.cohort, "2024-06-10"), 422, "unknown-participant");
        Caller.post(group.token)
                .header("Trayecto-Min-Position", Group.position(hers))
                .body(body.formatted(hers, UUID.randomUUID(), "2024-06-10"))
                .post("/v1/enrollments")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/cohort"));
        post(group, body.formatted(hers, planned, "2024-06-10"), 409, "cohort-not-open");
        post(group, body.formatted(hers, group.cohort, "2999-01-01"), 422, "validation");
        post(group, body.formatted(hers, group.cohort, "2050-01-01"), 422, "validation");
        post(group, body.formatted(hers, group.cohort, "2024-10-12"), 422, "validation");
        post(group, "{\"participant\": 5, \"cohort\": null, \"sorpresa\": 1}", 422, "validation");
        Caller.post(Tokens.registrar(group.tenant))
                .body(body.formatted(hers, group.cohort, "2024-06-10"))
                .post("/v1/enrollments")
                .then()
                .statusCode(403);
    }

    @Test
    void isForgottenForEnrollingOnceSuppressed() {
        Group group = new Group(2);
        UUID woman = group.participant();
        UUID enrollment = Group.made(group.enroll(woman));
        Broker.send(Group.PARTICIPANTS, "mx.trayecto.participant.suppressed.v1", group.tenant, woman, 2, null);
        group.step(enrollment, "withdrawal", "{\"on\": \"2024-06-11\", \"reason\": \"other\"}")
                .then()
                .statusCode(200);
        refusesUnknown(group, woman, "1.2");
    }

    /** What is told of such a record is its merge alone. */
    @Test
    void isForgottenForEnrollingOnceAMergedRecordOfHersIsSuppressed() {
        Group group = new Group(2);
        UUID kept = group.participant();
        UUID merged = group.participant();
        group.told(merged, 2, kept, true);
        Broker.send(Group.PARTICIPANTS, "mx.trayecto.participant.suppressed.v1", group.tenant, merged, 3, """
                {"participant": "%s", "mergedInto": "%s"}""".formatted(
                        merged, kept));
        refusesUnknown(group, merged, "1.3");
    }

    private static void refusesUnknown(Group group, UUID woman, String position) {
        Caller.post(group.token)
                .header("Trayecto-Min-Position", "trayecto.participants.v1/" + woman + "/" + position)
                .body("{\"participant\": \"%s\", \"cohort\": \"%s\", \"on\": \"2024-06-12\"}"
                        .formatted(woman, group.cohort))
                .post("/v1/enrollments")
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-participant"));
    }

    @Test
    void takesNoStepBeforeTheLastOneOrTomorrow() {
        Group group = new Group(1);
        UUID enrollment = group.enrolled();
        for (String on : List.of("2024-06-09", "2099-12-31")) {
            group.step(enrollment, "withdrawal", "{\"on\": \"%s\", \"reason\": \"other\"}".formatted(on))
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", hasItem("/on"));
        }
        group.step(enrollment, "withdrawal", "{\"reason\": \"fantasia\"}")
                .then()
                .statusCode(422);
        group.step(enrollment, "deferral", "{\"on\": \"2024-06-20\", \"until\": \"2024-06-20\"}")
                .then()
                .statusCode(422);
        assertEquals("enrolled", group.status(enrollment));
    }

    @Test
    void raisesACohortsCapacityForThoseWhoWait() {
        Group group = new Group(1);
        group.enrolled();
        UUID second = group.enrolled();
        UUID third = group.enrolled();
        Caller.patch(group.token, group.read("/v1/cohorts/" + group.cohort).header("ETag"))
                .body("{\"capacity\": 2}")
                .patch("/v1/cohorts/" + group.cohort)
                .then()
                .statusCode(200);
        assertEquals("enrolled", group.status(second));
        assertEquals("waitlisted", group.status(third));
        Caller.patch(group.token, group.read("/v1/cohorts/" + group.cohort).header("ETag"))
                .body("{\"capacity\": 1}")
                .patch("/v1/cohorts/" + group.cohort)
                .then()
                .statusCode(409);
    }

    /** Next year she applies again: nothing of the closed cohort stands in her way. */
    @Test
    void endsWithItsCohortForWhoeverHasNoSeatOfHerOwn() throws Exception {
        Group group = new Group(1);
        UUID offering = group.offering(2, 5);
        UUID takes = group.enrolled(offering);
        group.step(takes, "acceptance", "{\"on\": \"2024-06-11\"}").then().statusCode(200);
        UUID offered = group.enrolled(offering);
        UUID waits = group.participant();
        UUID waiting = Group.made(group.enroll(waits, offering, "2024-06-10"));
        assertEquals("offered", group.status(offered));
        assertEquals("waitlisted", group.status(waiting));
        group.act("/v1/cohorts/" + offering + "/start", "{}").then().statusCode(200);
        group.act("/v1/cohorts/" + offering + "/closing", "{}").then().statusCode(200);

        assertEquals("enrolled", group.status(takes));
        for (UUID ended : List.of(offered, waiting)) {
            group.read("/v1/enrollments/" + ended)
                    .then()
                    .body("status", equalTo("rejected"))
                    .body("reason", equalTo("no-capacity"))
                    .body("waitlistPosition", nullValue())
                    .body("offerExpiresOn", nullValue());
            Told told = Told.of(Group.ENROLLMENTS, ended, 3).getLast();
            assertEquals("rejected", told.type());
            assertEquals("no-capacity", told.data().get("reason").asText());
            assertEquals(
                    List.of("no-capacity"),
                    Database.query(
                            "programs",
                            "SELECT details ->> 'reason' FROM audit_entry WHERE action = 'closeCohort'"
                                    + " AND resource_id = ?",
                            ended));
        }
        assertEquals(
                List.of("1"),
                Database.query("programs", "SELECT taken FROM cohort_seats WHERE cohort_id = ?", offering));
        group.enroll(waits, group.cohort, "2024-07-01").then().statusCode(201).body("status", equalTo("enrolled"));
    }

    @Test
    void listsByCohortParticipantAndStatus() {
        Group group = new Group(1);
        UUID woman = group.participant();
        UUID first = Group.made(group.enroll(woman));
        UUID second = group.enrolled();
        group.read("/v1/enrollments?cohort=" + group.cohort)
                .then()
                .body("items.id", equalTo(List.of(first.toString(), second.toString())));
        group.read("/v1/enrollments?participant=" + woman).then().body("items.id", equalTo(List.of(first.toString())));
        group.read("/v1/enrollments?status=waitlisted").then().body("items.id", equalTo(List.of(second.toString())));
        group.read("/v1/enrollments?status=dormida&cohort=7")
                .then()
                .statusCode(422)
                .body("errors", hasSize(2));
        Response page = group.read("/v1/enrollments?limit=1");
        page.then().body("items", hasSize(1));
        group.read("/v1/enrollments?limit=1&cursor=" + page.jsonPath().getString("nextCursor"))
                .then()
                .body("items.id", equalTo(List.of(second.toString())))
                .body("nextCursor", nullValue());
    }

    @Test
    void isAnotherTenantsLikeAbsent() {
        Group group = new Group(1);
        UUID enrollment = group.enrolled();
        String stranger = Tokens.coordinator(UUID.randomUUID());
        for (String path : List.of("", "/attendance", "/completions", "/follow-ups", "/surveys", "/progress")) {
            Response foreign = Caller.with(stranger).get("/v1/enrollments/" + enrollment + path);
            Response absent = Caller.with(stranger).get("/v1/enrollments/" + UUID.randomUUID() + path);
            foreign.then().statusCode(404);
            assertEquals(alike(absent), alike(foreign), path);
        }
        Response step = Caller.post(stranger)
                .body("{\"reason\": \"other\"}")
                .post("/v1/enrollments/" + enrollment + "/withdrawal");
        step.then().statusCode(404);
        assertTrue(Caller.with(stranger)
                .get("/v1/enrollments")
                .jsonPath()
                .getList("items")
                .isEmpty());
    }

    private static void post(Group group, String body, int status, String code) {
        group.act("/v1/enrollments", body).then().statusCode(status).body("code", equalTo(code));
    }

    private static String alike(Response answer) {
        return answer.statusCode() + answer.asString().replaceAll("\"(instance|traceId)\":\"[^\"]*\"", "");
    }
}

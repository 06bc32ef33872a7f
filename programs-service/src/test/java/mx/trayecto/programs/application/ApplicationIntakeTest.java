package mx.trayecto.programs.application;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Group;
import mx.trayecto.programs.Told;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@TrayectoTest
class ApplicationIntakeTest {
    private static final String SUBMITTED = "mx.trayecto.application.submitted.v1";

    @Test
    void givesASeatOrAPlaceInLineInOrderOfArrival() throws Exception {
        Group group = new Group(1);
        UUID first = submit(group, group.participant(), group.cohort);
        UUID enrolled = decided(first);
        UUID waiting = decided(submit(group, group.participant(), group.cohort));
        group.read("/v1/enrollments/" + enrolled)
                .then()
                .body("status", equalTo("enrolled"))
                .body("containsKey('application')", equalTo(false))
                .body("sourceSystem", equalTo("jalisco"));
        assertEquals("waitlisted", group.status(waiting));
        for (Told told : Told.of(Group.ENROLLMENTS, enrolled, 2)) {
            assertEquals(first.toString(), told.data().get("application").asText());
        }
        UUID offered = decided(submit(group, group.participant(), group.offering(1, 5)));
        assertEquals(List.of("applied", "offered"), Told.types(offered, 2));
        group.step(enrolled, "withdrawal", "{\"on\": \"2024-06-11\", \"reason\": \"moved\"}");
        assertEquals("enrolled", group.status(waiting));
    }

    @Test
    void rejectsWithItsReason() throws Exception {
        Group group = new Group(5);
        UUID planned = group.catalogue.create("/v1/cohorts", group.catalogue.cohort("G9", 2));
        UUID woman = group.participant();
        Group.made(group.enroll(woman));
        assertEquals("already-enrolled", rejection(group, submit(group, woman, group.cohort)));
        assertEquals("cohort-not-open", rejection(group, submit(group, group.participant(), planned)));
        UUID late = UUID.randomUUID();
        submit(group, late, group.participant(), group.cohort, "2024-10-12");
        assertEquals("cohort-closed", rejection(group, late));
        UUID suppressed = group.participant();
        Broker.send(Group.PARTICIPANTS, "mx.trayecto.participant.changed.v1", group.tenant, suppressed, 2, null);
        Eventually.get(
                () -> Database.query("programs", "SELECT suppressed FROM known_participant WHERE id = ?", suppressed),
                List.of("t")::equals);
        assertEquals("unknown-participant", rejection(group, submit(group, suppressed, group.cohort)));
    }

    @Test
    void decidesNothingOfOneThatSheAlreadyHasBesideAnother() throws Exception {
        Group group = new Group(5);
        UUID repeated = UUID.randomUUID();
        Broker.send(Group.APPLICATIONS, SUBMITTED, group.tenant, repeated, 1, """
                {"application": "%s", "participant": "%s", "cohort": "%s", "on": "2024-06-10",
                 "recordHidden": true, "repeated": true}""".formatted(
                        repeated, group.participant(), group.cohort));
        Eventually.get(
                () -> Database.query(
                        "programs",
                        "SELECT sequence FROM inbox_sequence WHERE topic = ? AND aggregate_id = ?",
                        Group.APPLICATIONS,
                        repeated),
                List.of("1")::equals);
        assertEquals(List.of(), Database.query("programs", "SELECT id FROM application_intake WHERE id = ?", repeated));
    }

    @Test
    void namesNoEnrollmentWhereAnUnknownCohortMadeNone() throws Exception {
        Group group = new Group(5);
        UUID otherTenants = new Group(1).cohort;
        for (UUID unknown : List.of(UUID.randomUUID(), otherTenants)) {
            UUID application = submit(group, group.participant(), unknown);
            Told told = Told.of(Group.ENROLLMENTS, application, 1).getFirst();
            assertEquals("rejected", told.type());
            assertEquals("unknown-cohort", told.data().get("reason").asText());
            assertEquals(application.toString(), told.data().get("application").asText());
            assertFalse(told.data().has("enrollment"));
            assertEquals(
                    List.of("DECIDED"),
                    Database.query(
                            "programs",
                            "SELECT status FROM application_intake WHERE id = ? AND enrollment_id IS NULL",
                            application));
        }
        group.read("/v1/enrollments").then().body("items", hasSize(0));
    }

    @Test
    void waitsForHerSnapshotWithoutHoldingUpOthers() throws Exception {
        Group group = new Group(5);
        UUID unknown = UUID.randomUUID();
        UUID early = submit(group, unknown, group.cohort);
        decided(submit(group, group.participant(), group.cohort));
        assertEquals(
                List.of("PENDING"),
                Database.query("programs", "SELECT status FROM application_intake WHERE id = ?", early));
        Group.snapshot(group.tenant, unknown, 1, "null");
        assertEquals("enrolled", group.status(decided(early)));
    }

    @Test
    void enrolsTheRecordThatSheWasMergedInto() throws Exception {
        Group group = new Group(5);
        UUID kept = group.participant();
        UUID merged = group.participant();
        group.told(merged, 2, kept, false);
        UUID enrollment = decided(submit(group, merged, group.cohort));
        group.read("/v1/enrollments/" + enrollment).then().body("participant", equalTo(kept.toString()));
    }

    /** Who applied for an alias would read in the enrolment which other one is hers. */
    @Test
    void enrolsTheRecordUnderWhichAProtectedWomanApplied() throws Exception {
        Group group = new Group(5);
        UUID kept = group.participant();
        UUID merged = group.participant();
        group.told(kept, 2, null, true);
        group.told(merged, 2, kept, true);
        Group.made(group.enroll(kept));
        UUID enrollment = decided(submit(group, merged, group.cohort));
        group.read("/v1/enrollments/" + enrollment)
                .then()
                .body("participant", equalTo(merged.toString()))
                .body("status", equalTo("enrolled"));
    }

    @Test
    void decidesAnApplicationOnceHoweverOftenItArrives() throws Exception {
        Group group = new Group(5);
        UUID woman = group.participant();
        UUID application = submit(group, woman, group.cohort);
        UUID enrollment = decided(application);
        for (int sequence = 2; sequence < 5; sequence++) { // told anew by its producer, with new ids and sequences
            Broker.send(
                    Group.APPLICATIONS,
                    SUBMITTED,
                    group.tenant,
                    application,
                    sequence,
                    json(application, woman, group.cohort, "2024-06-11"));
        }
        Eventually.get(
                () -> Database.query(
                        "programs", "SELECT sequence FROM inbox_sequence WHERE aggregate_id = ?", application),
                List.of("4")::equals);
        assertEquals(enrollment, decided(afterAnother(group, application)));
        assertEquals(List.of("applied", "enrolled"), Told.types(enrollment, 2));
        assertEquals(
                List.of("1"),
                Database.query("programs", "SELECT count(*) FROM enrollment WHERE application_id = ?", application));
    }

    @Test
    void decidesUnderTheTraceThatAnApplicationCameWith() {
        Group group = new Group(1);
        UUID application = UUID.randomUUID();
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                Group.APPLICATIONS,
                application.toString(),
                json(application, group.participant(), group.cohort, "2024-06-11")
                        .getBytes(UTF_8));
        Map.of(
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        SUBMITTED,
                        "ce_subject",
                        application.toString(),
                        "ce_time",
                        "2024-06-11T16:00:00Z",
                        "ce_epoch",
                        "1",
                        "ce_sequence",
                        "1",
                        "ce_tenant",
                        group.tenant.toString(),
                        "traceparent",
                        trace)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        Broker.send(record);
        Eventually.get(
                () -> Database.query(
                        "programs",
                        "SELECT DISTINCT o.traceparent FROM application_intake i"
                                + " JOIN outbox o ON o.aggregate_id = i.enrollment_id WHERE i.id = ?",
                        application),
                List.of(trace)::equals);
    }

    /** Its own service was restored to a state before it: nobody is to be enrolled on it any more. */
    @Test
    void dropsAWaitingApplicationThatWasLostAndKeepsWhatWasDecided() throws Exception {
        Group group = new Group(5);
        UUID unknown = UUID.randomUUID();
        UUID waiting = submit(group, unknown, group.cohort);
        UUID decided = submit(group, group.participant(), group.cohort);
        UUID enrollment = decided(decided);
        for (UUID lost : List.of(waiting, decided)) {
            Broker.sendRestored(
                    Group.APPLICATIONS, "mx.trayecto.application.restored.v1", group.tenant, lost, 1, 5, 1, "{}");
            Eventually.get(
                    () -> Database.query("programs", "SELECT epoch FROM inbox_sequence WHERE aggregate_id = ?", lost),
                    List.of("5")::equals);
        }
        Group.snapshot(group.tenant, unknown, 1, "null");
        decided(submit(group, group.participant(), group.cohort));
        assertEquals(
                List.of(), Database.query("programs", "SELECT status FROM application_intake WHERE id = ?", waiting));
        assertEquals("enrolled", group.status(enrollment));
    }

    @Test
    void setsAsideWhatIsNoApplication() {
        Group group = new Group(1);
        UUID application = UUID.randomUUID();
        Broker.send(
                Group.APPLICATIONS,
                SUBMITTED,
                group.tenant,
                application,
                1,
                "{\"application\": \"%s\", \"on\": \"ayer\"}".formatted(application));
        Eventually.get(
                () -> Database.query("programs", "SELECT reason FROM dead_letter WHERE aggregate_id = ?", application),
                List.of("a field cannot be read")::equals);
    }

    @Test
    void showsAPortalItsOwnEnrollmentsOnly() throws Exception {
        Group group = new Group(5);
        UUID enrollment = decided(submit(group, group.participant(), group.cohort));
        UUID byStaff = group.enrolled();
        String portal = Tokens.portal(group.tenant, "jalisco");
        String other = Tokens.portal(group.tenant, "nayarit");
        Caller.with(portal).get("/v1/enrollments").then().body("items.id", contains(enrollment.toString()));
        Caller.with(portal).get("/v1/enrollments/" + byStaff).then().statusCode(404);
        Caller.with(other).get("/v1/enrollments").then().body("items", hasSize(0));
        Caller.with(other).get("/v1/enrollments/" + enrollment).then().statusCode(404);
    }

    static UUID submit(Group group, UUID participant, UUID cohort) {
        UUID application = UUID.randomUUID();
        submit(group, application, participant, cohort, "2024-06-11");
        return application;
    }

    static void submit(Group group, UUID application, UUID participant, UUID cohort, String on) {
        Broker.send(
                Group.APPLICATIONS,
                SUBMITTED,
                group.tenant,
                application,
                1,
                json(application, participant, cohort, on));
    }

    private static String json(UUID application, UUID participant, UUID cohort, String on) {
        return """
                {"application": "%s", "participant": "%s", "cohort": "%s", "sourceSystem": "jalisco", "on": "%s"}""".formatted(application, participant, cohort, on);
    }

    /** The enrolment that the decision of an application names. */
    static UUID decided(UUID application) {
        return UUID.fromString(Eventually.get(
                        () -> Database.query(
                                "programs",
                                "SELECT enrollment_id FROM application_intake WHERE id = ? AND status = 'DECIDED'",
                                application),
                        found -> !found.isEmpty())
                .getFirst());
    }

    /** The application, once the worker has had a turn after it arrived again. */
    private static UUID afterAnother(Group group, UUID application) {
        decided(submit(group, group.participant(), group.cohort));
        return application;
    }

    private static String rejection(Group group, UUID application) {
        UUID enrollment = decided(application);
        assertEquals("rejected", group.status(enrollment));
        List<Told> told = Told.of(Group.ENROLLMENTS, enrollment, 2);
        assertEquals(
                List.of("applied", "rejected"), told.stream().map(Told::type).toList());
        assertTrue(told.stream()
                .allMatch(t -> application
                        .toString()
                        .equals(t.data().get("application").asText())));
        return told.getLast().data().get("reason").asText();
    }
}

package mx.trayecto.participants.applications;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import mx.trayecto.participants.Elsewhere;
import mx.trayecto.participants.People;
import mx.trayecto.platform.tenancy.TenantEntity;
import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** programs-service was restored to an older state: what its lost events did here is taken back. */
@QuarkusTest
@TrayectoTest
class RestoredEnrollmentTest extends Applying {
    private static final String ENROLLMENTS = "trayecto.enrollments.v1";
    private static final String RESTORED = "mx.trayecto.enrollment.restored.v1";

    static {
        Broker.create(ENROLLMENTS, false);
    }

    private final UUID enrollment = UUID.randomUUID();
    private final UUID center = UUID.randomUUID();

    @Test
    void anApplicationDecidedInLostTimeWaitsAgainAndNoCentreServesHerForIt() {
        UUID registeredAt = Elsewhere.center(tenant);
        String participant = People.registered(coordinator, People.woman("center", registeredAt));
        String application = apply(participant);
        Elsewhere.enrolment("enrolled", tenant, enrollment, participant, center, application);
        Elsewhere.enrolment("enrolled", tenant, UUID.randomUUID(), participant, registeredAt, null);
        isDecided(application, "ENROLLED");
        serving(participant, 2);

        Broker.sendRestored(ENROLLMENTS, RESTORED, tenant, enrollment, 1, 5, 1, "{}");
        isDecided(application, "SUBMITTED");
        serving(participant, 1);
        Caller.with(coordinator)
                .get("/v1/applications/" + application)
                .then()
                .body("status", equalTo("submitted"))
                .body("enrollment", nullValue())
                .body("reason", nullValue());
    }

    @Test
    void anApplicationFallsBackToWhatStillHolds() {
        String participant = People.registered(coordinator, People.woman());
        String application = apply(participant);
        Elsewhere.enrolment("applied", tenant, enrollment, participant, center, application);
        Broker.send(ENROLLMENTS, "mx.trayecto.enrollment.enrolled.v1", tenant, enrollment, 2, """
                {"enrollment":"%s","participant":"%s","cohort":"%s","center":"%s","application":"%s","on":"2024-07-01"}""".formatted(
                        enrollment, participant, UUID.randomUUID(), UUID.randomUUID(), application));
        isDecided(application, "ENROLLED");
        serving(participant, 2);

        Broker.sendRestored(ENROLLMENTS, RESTORED, tenant, enrollment, 1, 5, 2, "{}");
        isDecided(application, "APPLIED");
        serving(participant, 1);
    }

    /** Her first was rejected in lost time, and she has applied again since: both stand as they are decided now. */
    @Test
    void anApplicationThatLivesAgainStandsBesideTheOneMadeSince() throws Exception {
        String participant = People.registered(coordinator, People.woman());
        String first = apply(participant);
        Elsewhere.enrolment("rejected", tenant, enrollment, participant, center, first);
        isDecided(first, "REJECTED");
        String second = apply(participant);

        Broker.sendRestored(ENROLLMENTS, RESTORED, tenant, enrollment, 1, 5, 1, "{}");
        isDecided(first, "SUBMITTED");
        isDecided(second, "SUBMITTED");
        submit(coordinator, Map.of("participantId", participant, "cohort", cohort))
                .statusCode(409);
        UUID anew = TenantEntity.newId();
        decided("applied", 5, anew, participant, first);
        isDecided(first, "APPLIED");
        decided("rejected", 5, TenantEntity.newId(), participant, second);
        isDecided(second, "REJECTED");
        Broker.send(
                ENROLLMENTS,
                "mx.trayecto.enrollment.waitlisted.v1",
                tenant,
                anew,
                5,
                2,
                UUID.randomUUID(),
                """
                {"enrollment":"%s","participant":"%s","application":"%s"}""".formatted(anew, participant, first));
        isDecided(first, "WAITLISTED");
        assertEquals(
                List.of(),
                Database.query("participants", "SELECT aggregate_id FROM inbox_parked WHERE tenant_id = ?", tenant));
    }

    /** The decision of lost time is read after the one that replaced it, from another partition. */
    @Test
    void aVoidDecisionReadLateChangesNothing() {
        String participant = People.registered(coordinator, People.woman());
        String application = apply(participant);
        UUID lost = TenantEntity.newId();
        UUID holds = TenantEntity.newId();
        decided("waitlisted", 5, holds, participant, application);
        isDecided(application, "WAITLISTED");
        decided("rejected", 1, lost, participant, application);
        isApplied(lost);
        isDecided(application, "WAITLISTED");
        isOf(application, holds);

        Broker.sendRestored(ENROLLMENTS, RESTORED, tenant, lost, 1, 5, 1, "{}");
        isApplied(lost, 5);
        isDecided(application, "WAITLISTED");
        isOf(application, holds);
    }

    /** Without a restore between them the later enrolment holds: ids are in order of time. */
    @Test
    void ofTwoDecisionsInOneEpochTheLaterEnrolmentHolds() {
        String participant = People.registered(coordinator, People.woman());
        String application = apply(participant);
        UUID earlier = TenantEntity.newId();
        UUID later = TenantEntity.newId();
        decided("applied", 1, later, participant, application);
        isDecided(application, "APPLIED");
        decided("rejected", 1, earlier, participant, application);
        isApplied(earlier);
        isDecided(application, "APPLIED");
        isOf(application, later);
    }

    /** A newer backup after an older one: what was decided between the two restores is void, the first decision holds. */
    @Test
    void whereTheLaterDecisionIsTakenBackTheEarlierHoldsAgain() {
        String participant = People.registered(coordinator, People.woman());
        String application = apply(participant);
        UUID first = TenantEntity.newId();
        UUID between = TenantEntity.newId();
        decided("applied", 1, first, participant, application);
        isDecided(application, "APPLIED");
        decided("rejected", 5, between, participant, application);
        isDecided(application, "REJECTED");

        Broker.sendRestored(ENROLLMENTS, RESTORED, tenant, between, 5, 7, 1, "{}");
        isDecided(application, "APPLIED");
        isOf(application, first);
    }

    /** Taking back reads what enrolments did by their id: from an index, however many there are. */
    @ParameterizedTest
    @ValueSource(strings = {"served_at a WHERE a.enrollment_id", "application_decision a WHERE a.told_by"})
    void whatAnEnrolmentDidIsFoundByAnIndex(String table) throws Exception {
        try (Connection worker = Database.connect("participants", "worker")) {
            Database.query(worker, "SET enable_seqscan = off");
            String plan = String.join(
                    " ",
                    Database.query(
                            worker, "EXPLAIN DELETE FROM " + table + " = ? AND a.tenant_id = ?", enrollment, tenant));
            assertTrue(plan.matches(".*using (served_at_enrollment|application_decision_pkey) on .*"), plan);
        }
    }

    @Test
    void atACentreThatIsGoneNobodyIsRegistered() {
        UUID gone = Elsewhere.center(tenant);
        Broker.sendRestored("trayecto.programs.v1", "mx.trayecto.program.restored.v1", tenant, gone, 1, 5, 1, null);
        Eventually.get(
                () -> Caller.post(coordinator)
                        .body(People.woman("center", gone))
                        .post("/v1/participants")
                        .statusCode(),
                status -> status == 422);
    }

    /** On a compacted topic the snapshot after the restore is all that counts. */
    @Test
    void aCentreOfWhichLostTimeToldNothingReadableIsKnownAgain() throws Exception {
        UUID told = Elsewhere.center(tenant);
        String aside = "SELECT reason FROM dead_letter WHERE aggregate_id = ? UNION"
                + " SELECT reason FROM inbox_parked WHERE aggregate_id = ?";
        Broker.send("trayecto.programs.v1", "mx.trayecto.center.changed.v1", tenant, told, 2, "{no json");
        Eventually.get(() -> Database.query("participants", aside, told, told), reasons -> !reasons.isEmpty());
        Broker.sendRestored(
                "trayecto.programs.v1",
                "mx.trayecto.center.changed.v1",
                tenant,
                told,
                1,
                5,
                2,
                "{\"center\":\"" + told + "\",\"code\":\"C\",\"closedOn\":\"2020-01-01\",\"confidential\":false}");
        Eventually.get(() -> Database.query("participants", aside, told, told), List.of()::equals);
        Eventually.get(
                () -> Caller.post(coordinator)
                        .body(People.woman("center", told))
                        .post("/v1/participants")
                        .statusCode(),
                status -> status == 422);
    }

    @Test
    void herSnapshotIsToldAgainAsItIs() throws Exception {
        String participant = People.registered(coordinator, People.woman());
        repair(UUID.fromString(participant));
        var told = Eventually.get(
                () -> Broker.read("trayecto.participants.v1", r -> r.key().equals(participant)),
                found -> found.size() == 2);
        assertEquals(told.getFirst().value(), told.getLast().value());
    }

    @Test
    void ofAWomanWhoIsNotRegisteredATombstoneIsTold() {
        UUID gone = UUID.randomUUID();
        repair(gone);
        Eventually.get(
                () -> Broker.read("trayecto.participants.v1", r -> r.key().equals(gone.toString())),
                found -> !found.isEmpty() && found.getLast().value() == null);
    }

    private void decided(String event, int epoch, UUID by, String participant, String application) {
        Broker.send(
                ENROLLMENTS,
                "mx.trayecto.enrollment." + event + ".v1",
                tenant,
                by,
                epoch,
                1,
                UUID.randomUUID(),
                """
                {"enrollment":"%s","participant":"%s","application":"%s"}""".formatted(by, participant, application));
    }

    private static void isApplied(UUID told) {
        isApplied(told, 1);
    }

    private static void isApplied(UUID told, int epoch) {
        Eventually.get(
                () -> Database.query("participants", "SELECT epoch FROM inbox_sequence WHERE aggregate_id = ?", told),
                List.of(String.valueOf(epoch))::equals);
    }

    private static void isOf(String application, UUID enrollment) {
        Eventually.get(
                () -> Database.query(
                        "participants", "SELECT enrollment_id FROM application WHERE id = ?::uuid", application),
                List.of(enrollment.toString())::equals);
    }

    private void repair(UUID participant) {
        Caller.post(Tokens.of("tenants:admin", UUID.randomUUID()))
                .body("""
                        {"items": [{"tenant": "%s", "aggregate": "%s", "epoch": 1, "sequence": 99}]}""".formatted(tenant, participant))
                .post("/internal/positions/compare?topic=trayecto.participants.v1&repair=true")
                .then()
                .statusCode(200)
                .body("repaired", equalTo(1));
    }

    private String apply(String participant) {
        return submit(coordinator, Map.of("participantId", participant, "cohort", cohort))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void isDecided(String application, String status) {
        Eventually.get(
                () -> Database.query("participants", "SELECT status FROM application WHERE id = ?::uuid", application),
                List.of(status)::equals);
    }

    private static void serving(String participant, int centers) {
        Eventually.get(
                () -> Database.query(
                        "participants",
                        "SELECT count(DISTINCT center_id) FROM served_at WHERE participant_id = ?::uuid",
                        participant),
                List.of(String.valueOf(centers))::equals);
    }
}

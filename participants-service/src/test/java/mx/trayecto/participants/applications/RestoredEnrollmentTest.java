package mx.trayecto.participants.applications;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import mx.trayecto.participants.Elsewhere;
import mx.trayecto.participants.People;
import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** programs-service was restored to an older state: what its lost events did here is taken back. */
@QuarkusTest
@TrayectoTest
class RestoredEnrollmentTest extends Applying {
    private static final String ENROLLMENTS = "trayecto.enrollments.v1";
    private static final String RESTORED = "mx.trayecto.enrollment.restored.v1";

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

    /** Her first was rejected in lost time, and she has applied again since: only one of the two may wait. */
    @Test
    void anEndedApplicationStaysEndedWhereSheHasAppliedAgain() {
        String participant = People.registered(coordinator, People.woman());
        String first = apply(participant);
        Elsewhere.enrolment("rejected", tenant, enrollment, participant, center, first);
        isDecided(first, "REJECTED");
        String second = apply(participant);

        Broker.sendRestored(ENROLLMENTS, RESTORED, tenant, enrollment, 1, 5, 1, "{}");
        serving(participant, 0);
        isDecided(first, "REJECTED");
        isDecided(second, "SUBMITTED");
        Eventually.get(
                () -> Database.query("participants", "SELECT enrollment_id FROM application WHERE id = ?::uuid", first),
                found -> found.getFirst() == null);
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

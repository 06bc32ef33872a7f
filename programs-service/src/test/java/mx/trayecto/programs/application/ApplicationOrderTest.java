package mx.trayecto.programs.application;

import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Seats go by order of arrival, each once, whoever decides and whoever is ended while deciding. */
@QuarkusTest
@TrayectoTest
class ApplicationOrderTest {
    private static final String CUT_OFF = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            + " WHERE usename = 'programs_runtime' AND state = 'idle in transaction' AND pid <> pg_backend_pid()";

    @Inject
    ApplicationIntake intake;

    @Inject
    IntakeConfig config;

    @Inject
    WaitingApplications waiting;

    @Inject
    ApplicationDecision decision;

    @BeforeEach
    void stop() throws Exception {
        intake.stop(new ShutdownEvent());
    }

    @AfterEach
    void start() {
        intake.start(new StartupEvent());
    }

    @Test
    void isKeptByTwoWhoDecideAtOnce() throws Exception {
        Group group = new Group(20);
        Group elsewhere = new Group(20);
        for (int i = 0; i < 60; i++) {
            ApplicationIntakeTest.submit(group, group.participant(), group.cohort);
        }
        ApplicationIntakeTest.submit(elsewhere, elsewhere.participant(), elsewhere.cohort);
        waiting(group, 60);
        waiting(elsewhere, 1);
        ApplicationIntake second = new ApplicationIntake(); // as in another process
        second.config = config;
        second.waiting = waiting;
        second.decision = decision;
        second.start(new StartupEvent());
        try {
            intake.start(new StartupEvent());
            waiting(group, 0);
            waiting(elsewhere, 0);
        } finally {
            second.stop(new ShutdownEvent());
        }
        assertEquals(
                Stream.concat(
                                IntStream.range(0, 20).mapToObj(i -> "ENROLLED"),
                                IntStream.rangeClosed(1, 40).mapToObj(i -> "WAITLISTED " + i))
                        .toList(),
                standing(group));
    }

    @Test
    void isKeptForOneWhoseDecisionFailedAMomentAgo() throws Exception {
        Group group = new Group(1);
        UUID first = arrived(group, 1);
        arrived(group, 2);
        postponed(first, 1, "1 second");
        intake.start(new StartupEvent());
        waiting(group, 0);
        assertEquals(List.of("ENROLLED", "WAITLISTED 1"), standing(group));
    }

    @Test
    void goesOnWithoutOneWhoseDecisionFailsAgainAndAgain() throws Exception {
        Group group = new Group(1);
        UUID first = arrived(group, 1);
        arrived(group, 2);
        postponed(first, 9, "1 hour");
        intake.start(new StartupEvent());
        waiting(group, 1);
        assertEquals(List.of("ENROLLED"), standing(group));
        postponed(first, 9, "0 hours");
        waiting(group, 0);
        assertEquals(List.of("WAITLISTED 1", "ENROLLED"), standing(group));
    }

    /** The process is ended at any moment: connections are cut in the middle of decisions, and the worker is begun anew. */
    @Test
    void decidesEachOnceThroughKillsAndRestarts() throws Exception {
        Group group = new Group(25);
        for (int i = 0; i < 60; i++) {
            ApplicationIntakeTest.submit(group, group.participant(), group.cohort);
        }
        String left = "SELECT count(*) FROM application_intake WHERE tenant_id = ? AND status = 'PENDING'";
        Eventually.get(() -> Database.query("programs", left, group.tenant), List.of("60")::equals);
        intake.start(new StartupEvent());
        int cut = 0;
        try (Connection runtime = Database.connect("programs", "runtime")) {
            while (cut < 10 && !Database.query("programs", left, group.tenant).equals(List.of("0"))) {
                int now = Database.query(runtime, CUT_OFF).size();
                if (now > 0 && cut++ % 4 == 0) {
                    intake.stop(new ShutdownEvent());
                    intake.start(new StartupEvent());
                }
            }
        }
        assertTrue(cut > 0, "no decision was cut off");
        Eventually.get(() -> Database.query("programs", left, group.tenant), List.of("0")::equals);
        assertEquals(
                List.of("60"),
                Database.query(
                        "programs",
                        "SELECT count(DISTINCT application_id) FROM enrollment WHERE tenant_id = ?",
                        group.tenant));
        assertEquals(
                List.of("25", "35"),
                Database.query(
                        "programs",
                        "SELECT count(*) FROM enrollment WHERE tenant_id = ? GROUP BY status ORDER BY 1",
                        group.tenant));
        assertEquals(
                List.of("25"),
                Database.query("programs", "SELECT taken FROM cohort_seats WHERE cohort_id = ?", group.cohort));
        assertEquals(
                List.of("120"),
                Database.query(
                        "programs",
                        "SELECT count(*) FROM outbox WHERE tenant_id = ? AND topic = ?",
                        group.tenant,
                        Group.ENROLLMENTS));
    }

    private static UUID arrived(Group group, int many) {
        UUID application = ApplicationIntakeTest.submit(group, group.participant(), group.cohort);
        waiting(group, many);
        return application;
    }

    private static void postponed(UUID application, int attempts, String time) throws Exception {
        Database.query(
                "programs",
                "UPDATE application_intake SET attempts = ?, next_attempt_at = now() + CAST(? AS interval)"
                        + " WHERE id = ? RETURNING id",
                attempts,
                time,
                application);
    }

    /** Once so many wait whose participants are all known. */
    private static void waiting(Group group, int many) {
        Eventually.get(
                () -> Database.query(
                        "programs",
                        "SELECT count(*) || ' ' || count(k.id) FROM application_intake i LEFT JOIN known_participant k"
                                + " ON k.id = i.participant_id WHERE i.tenant_id = ? AND i.status = 'PENDING'",
                        group.tenant),
                List.of(many + " " + many)::equals);
    }

    /** What became of those decided, in order of arrival. */
    private static List<String> standing(Group group) throws Exception {
        return Database.query(
                "programs",
                "SELECT concat_ws(' ', e.status, e.waitlist_position) FROM application_intake i"
                        + " JOIN enrollment e ON e.id = i.enrollment_id WHERE i.tenant_id = ? ORDER BY i.arrival",
                group.tenant);
    }
}

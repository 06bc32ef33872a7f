package mx.trayecto.programs.application;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

import mx.trayecto.platform.audit.Audit;
import mx.trayecto.platform.problem.Trace;
import mx.trayecto.platform.tenancy.Actor;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.programs.enrollment.Admission;
import mx.trayecto.programs.enrollment.Enrollments;

/**
 * The decision of one application: enrolment, events, audit and the mark that it is done commit together. Only one
 * process at a time decides for a cohort, so that seats go by order of arrival; other cohorts are decided meanwhile.
 */
@ApplicationScoped
class ApplicationDecision {
    /** The subject under which applications are decided; the portal that sent one stands on the enrolment. */
    static final String SUBJECT = "application-intake";

    @Inject
    CurrentActor actor;

    @Inject
    Session database;

    @Inject
    Enrollments enrollments;

    @Inject
    Audit audit;

    @ConfigProperty(name = "quarkus.application.name")
    String service;

    /** Who is first in a line, and the trace that her application came with. */
    private record First(Admission asked, String traceparent) {}

    /** @return false where nobody in the line can be decided now, or another process has it in hand */
    boolean decideFirst(WaitingApplications.Line line) {
        return actor.runAs(
                Actor.service(service, line.tenant(), SUBJECT),
                () -> QuarkusTransaction.requiringNew().call(() -> alone(line) && decide(line)));
    }

    private boolean decide(WaitingApplications.Line line) {
        First first = database.doReturningWork(connection -> first(connection, line));
        return first != null && Trace.continuing(first.traceparent(), () -> decide(first.asked()));
    }

    private boolean decide(Admission asked) {
        UUID enrollment = enrollments.decide(asked).orElse(null);
        database.createNativeMutationQuery("UPDATE application_intake SET status = 'DECIDED',"
                        + " enrollment_id = :enrollment, decided_at = now() WHERE id = :id")
                .setParameter("enrollment", enrollment, UUID.class)
                .setParameter("id", asked.application())
                .executeUpdate();
        audit.record("decideApplication", enrollment, Map.of("application", asked.application()));
        return true;
    }

    /** Held until the commit, so that the next one to decide sees who was decided before. */
    private boolean alone(WaitingApplications.Line line) {
        return database.createNativeQuery("SELECT pg_try_advisory_xact_lock(hashtextextended(:line, 0))", Boolean.class)
                .setParameter("line", "applications " + line.tenant() + " " + line.cohort())
                .getSingleResult();
    }

    private static First first(Connection connection, WaitingApplications.Line line) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT * FROM (" + WaitingApplications.FIRST + ") f WHERE next_attempt_at <= now()")) {
            select.setObject(1, line.tenant());
            select.setObject(2, line.cohort());
            try (ResultSet row = select.executeQuery()) {
                return !row.next()
                        ? null
                        : new First(
                                new Admission(
                                        row.getObject(2, UUID.class),
                                        line.cohort(),
                                        row.getObject(3, LocalDate.class),
                                        row.getObject(1, UUID.class),
                                        row.getString(4)),
                                row.getString(6));
            }
        }
    }
}

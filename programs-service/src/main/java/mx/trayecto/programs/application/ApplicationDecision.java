package mx.trayecto.programs.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import mx.trayecto.platform.audit.Audit;
import mx.trayecto.platform.problem.Trace;
import mx.trayecto.platform.storage.Sql;
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
    Sql sql;

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
        First first = sql.first(
                        "SELECT * FROM (" + WaitingApplications.FIRST + ") f WHERE next_attempt_at <= now()",
                        row -> first(row, line),
                        line.tenant(),
                        line.cohort())
                .orElse(null);
        return first != null && Trace.continuing(first.traceparent(), () -> decide(first.asked()));
    }

    private boolean decide(Admission asked) {
        UUID enrollment = enrollments.decide(asked).orElse(null);
        sql.execute(
                "UPDATE application_intake SET status = 'DECIDED', enrollment_id = ?, decided_at = now() WHERE id = ?",
                enrollment,
                asked.application());
        audit.record("decideApplication", enrollment, Map.of("application", asked.application()));
        return true;
    }

    /** Held until the commit, so that the next one to decide sees who was decided before. */
    private boolean alone(WaitingApplications.Line line) {
        return sql.first(
                        "SELECT pg_try_advisory_xact_lock(hashtextextended(?, 0))",
                        row -> row.getBoolean(1),
                        "applications " + line.tenant() + " " + line.cohort())
                .orElseThrow();
    }

    private static First first(ResultSet row, WaitingApplications.Line line) throws SQLException {
        return new First(
                new Admission(
                        row.getObject(2, UUID.class),
                        line.cohort(),
                        row.getObject(3, LocalDate.class),
                        row.getObject(1, UUID.class),
                        row.getString(4),
                        row.getBoolean(7)),
                row.getString(6));
    }
}

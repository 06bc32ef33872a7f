package mx.trayecto.programs.application;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

import mx.trayecto.platform.audit.Audit;
import mx.trayecto.platform.tenancy.Actor;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.programs.enrollment.Admission;
import mx.trayecto.programs.enrollment.Enrollments;

/** The decision of one application: enrolment, events, audit and the mark that it is done commit together. */
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

    /** @return false where another process has it in hand, or has decided it */
    boolean decide(WaitingApplications.Waiting application) {
        return actor.runAs(
                Actor.service(service, application.tenant(), SUBJECT),
                () -> QuarkusTransaction.requiringNew().call(() -> decide(application.id())));
    }

    private boolean decide(UUID id) {
        Admission asked = claim(id);
        if (asked == null) {
            return false;
        }
        UUID enrollment = enrollments.decide(asked);
        database.createNativeMutationQuery("UPDATE application_intake SET status = 'DECIDED',"
                        + " enrollment_id = :enrollment, decided_at = now() WHERE id = :id")
                .setParameter("enrollment", enrollment)
                .setParameter("id", id)
                .executeUpdate();
        audit.record("decideApplication", enrollment, Map.of("application", id));
        return true;
    }

    private Admission claim(UUID id) {
        return database.createNativeQuery(
                        "SELECT participant_id, cohort_id, applied_on, source_system FROM application_intake"
                                + " WHERE id = :id AND status = 'PENDING' FOR UPDATE SKIP LOCKED",
                        Object[].class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(row -> new Admission((UUID) row[0], (UUID) row[1], day(row[2]), id, (String) row[3]))
                .orElse(null);
    }

    private static LocalDate day(Object column) {
        return column instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) column;
    }
}

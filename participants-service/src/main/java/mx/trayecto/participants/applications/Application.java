package mx.trayecto.participants.applications;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import mx.trayecto.participants.references.Reference;
import mx.trayecto.platform.tenancy.TenantEntity;

/** A woman's application to a cohort. It is made here; what becomes of it is told by enrolment events. */
@Entity
@Table(name = "application")
class Application extends TenantEntity {
    @Column(name = "participant_id")
    UUID participantId;

    @Column(name = "cohort_id")
    UUID cohortId;

    @Column(name = "source_system")
    String sourceSystem;

    @Column(name = "external_id")
    String externalId;

    @Column(name = "applied_on")
    LocalDate appliedOn;

    @Enumerated(EnumType.STRING)
    ApplicationStatus status;

    @Column(name = "enrollment_id")
    UUID enrollmentId;

    String reason;

    protected Application() {}

    Application(UUID tenant, UUID participant, UUID cohort, Reference reference, String ownSource, LocalDate on) {
        super(tenant);
        participantId = participant;
        cohortId = cohort;
        sourceSystem = reference == null ? ownSource : reference.sourceSystem();
        externalId = reference == null ? null : reference.externalId();
        appliedOn = on;
        status = ApplicationStatus.SUBMITTED;
    }

    /**
     * Ends it as it begins, without a seat: she has another one for the cohort that goes on. That is how it is taken where
     * whoever applies may not be told so.
     */
    void repeat() {
        status = ApplicationStatus.REJECTED;
        reason = ApplicationProblem.ALREADY_APPLIED.code();
    }

    boolean repeated() {
        return ApplicationProblem.ALREADY_APPLIED.code().equals(reason);
    }

    Reference reference() {
        return externalId == null ? null : new Reference(sourceSystem, externalId);
    }
}

package mx.trayecto.programs.enrollment;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import mx.trayecto.platform.tenancy.TenantEntity;

/**
 * A time during which a woman belonged to a cohort: what the cohort held then was held for her. One enrolment's stays
 * never overlap, so no session counts twice. The day of a transfer belongs to the new cohort, and from the day of a
 * deferral on she is away.
 */
@Entity
@Table(name = "stay")
class Stay extends TenantEntity {
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "enrollment_id", nullable = false, updatable = false)
    Enrollment enrollment;

    @Column(name = "cohort_id", nullable = false, updatable = false)
    UUID cohortId;

    @Column(name = "from_on", nullable = false, updatable = false)
    LocalDate fromOn;

    /** The first day on which she no longer belonged to it; null while she does. */
    @Column(name = "until_on")
    LocalDate untilOn;

    protected Stay() {}

    Stay(Enrollment enrollment, LocalDate on) {
        super(enrollment.tenantId);
        this.enrollment = enrollment;
        cohortId = enrollment.cohortId;
        fromOn = on;
    }

    boolean includes(LocalDate day) {
        return !day.isBefore(fromOn) && (untilOn == null || day.isBefore(untilOn));
    }
}

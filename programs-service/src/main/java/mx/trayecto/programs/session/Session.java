package mx.trayecto.programs.session;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.TenantEntity;
import mx.trayecto.platform.text.Bilingual;
import mx.trayecto.programs.enrollment.CohortTerms;

/** A class of a cohort. It counts as held from its first roll-call on; before that it may still be changed. */
@Entity
@Table(name = "session")
class Session extends TenantEntity {
    @Column(name = "cohort_id", nullable = false, updatable = false)
    public UUID cohortId;

    @Column(name = "center_id", nullable = false, updatable = false)
    public UUID centerId;

    @Column(name = "module_id")
    public UUID moduleId;

    @Column(name = "held_on", nullable = false)
    public LocalDate heldOn;

    @Column(name = "starts_at")
    public LocalTime startsAt;

    @Column(name = "hours", nullable = false)
    public BigDecimal hours;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "title")
    public Bilingual title;

    @Column(name = "roll_call_at")
    public Instant rollCallAt;

    protected Session() {}

    Session(UUID tenant, CohortTerms cohort, PlanSession command) {
        super(tenant);
        cohortId = cohort.id();
        centerId = cohort.center();
        describe(command);
    }

    static Optional<Session> find(UUID id) {
        return findByIdOptional(id);
    }

    static Session lock(UUID id) {
        return Session.<Session>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(ProblemException::notFound);
    }

    void replan(PlanSession command) {
        if (rollCallAt != null) {
            throw ProblemException.of(SessionProblem.HELD);
        }
        describe(command);
    }

    void rollCallTaken(Instant at) {
        rollCallAt = rollCallAt == null ? at : rollCallAt;
    }

    private void describe(PlanSession command) {
        heldOn = command.on();
        startsAt = command.startsAt();
        hours = command.hours();
        moduleId = command.module();
        title = command.title();
    }
}

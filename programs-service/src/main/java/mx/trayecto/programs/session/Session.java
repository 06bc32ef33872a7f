package mx.trayecto.programs.session;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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

    @Column(name = "cancelled_on")
    public LocalDate cancelledOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "cancel_reason")
    public CancellationReason cancelReason;

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
        requireAhead();
        describe(command);
    }

    void cancel(LocalDate on, CancellationReason why) {
        requireAhead();
        cancelledOn = on;
        cancelReason = why;
    }

    /** @throws ProblemException 409 where it will not be held */
    void requireHeld() {
        if (cancelledOn != null) {
            throw ProblemException.of(SessionProblem.CANCELLED);
        }
    }

    private void requireAhead() {
        requireHeld();
        if (rollCallAt != null) {
            throw ProblemException.of(SessionProblem.HELD);
        }
    }

    void rollCallTaken(Instant at) {
        rollCallAt = rollCallAt == null ? at : rollCallAt;
    }

    /**
     * When it takes place.
     *
     * @param from null where only the day is known: then it overlaps with none
     */
    record Time(LocalDateTime from, LocalDateTime until) {
        private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

        static Time of(PlanSession plan) {
            return of(plan.on(), plan.startsAt(), plan.hours());
        }

        static List<Time> of(List<Session> sessions) {
            return sessions.stream()
                    .map(session -> of(session.heldOn, session.startsAt, session.hours))
                    .collect(Collectors.toCollection(ArrayList::new));
        }

        private static Time of(LocalDate on, LocalTime startsAt, BigDecimal hours) {
            if (startsAt == null) {
                return new Time(null, null);
            }
            LocalDateTime from = on.atTime(startsAt);
            return new Time(from, from.plusMinutes(hours.multiply(MINUTES).longValue()));
        }

        boolean overlaps(Time other) {
            return from != null && other.from != null && from.isBefore(other.until) && other.from.isBefore(until);
        }
    }

    private void describe(PlanSession command) {
        heldOn = command.on();
        startsAt = command.startsAt();
        hours = command.hours();
        moduleId = command.module();
        title = command.title();
    }
}

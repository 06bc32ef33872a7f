package mx.trayecto.programs.enrollment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;

import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.TenantEntity;

/**
 * One woman in one programme, from her application to her graduation. Every step is a method that refuses what is not
 * allowed from where she stands, and no step is dated before the last one. Dates are local to the centre.
 */
@Entity
@Table(name = "enrollment")
public class Enrollment extends TenantEntity {
    @Column(name = "participant_id", nullable = false, updatable = false)
    public UUID participantId;

    /** Whoever applied for her did not see her record, so nothing here leads to it. */
    @Column(name = "record_hidden", nullable = false, updatable = false)
    public boolean recordHidden;

    @Column(name = "program_id", nullable = false, updatable = false)
    public UUID programId;

    @Column(name = "cohort_id", nullable = false)
    public UUID cohortId;

    @Column(name = "center_id", nullable = false)
    public UUID centerId;

    @Column(name = "agreement_id")
    public UUID agreementId;

    @Column(name = "application_id", updatable = false)
    public UUID applicationId;

    @Column(name = "source_system", updatable = false)
    public String sourceSystem;

    @Enumerated(EnumType.STRING)
    @Column(name = "status", nullable = false)
    public EnrollmentStatus status;

    @Column(name = "status_on", nullable = false)
    public LocalDate statusOn;

    @Column(name = "applied_on", nullable = false, updatable = false)
    public LocalDate appliedOn;

    @Column(name = "waitlist_position")
    public Integer waitlistPosition;

    @Column(name = "offer_expires_on")
    public LocalDate offerExpiresOn;

    @Column(name = "enrolled_on")
    public LocalDate enrolledOn;

    /** Since when she belongs to her present cohort: enrolled, or transferred, whichever came last. */
    @Column(name = "joined_on")
    public LocalDate joinedOn;

    @Column(name = "activated_on")
    public LocalDate activatedOn;

    @Column(name = "graduated_on")
    public LocalDate graduatedOn;

    @Column(name = "criteria_version")
    public Integer criteriaVersion;

    /** Whether she graduated by an exception from the criteria, and not by meeting all of them. */
    @Column(name = "graduated_by_exception", nullable = false)
    public boolean graduatedByException;

    @Column(name = "ended_on")
    public LocalDate endedOn;

    @Column(name = "reason")
    public String reason;

    /** By which version of its programme's rule an application was refused. */
    @Column(name = "rule_version", updatable = false)
    public Integer ruleVersion;

    @Column(name = "deferred_until")
    public LocalDate deferredUntil;

    /** By which withdrawal of her whole cohort it ended; null where it was by none. */
    @Column(name = "ended_together")
    UUID endedTogether;

    @OneToMany(mappedBy = "enrollment", cascade = CascadeType.PERSIST)
    List<Stay> stays = new ArrayList<>();

    protected Enrollment() {}

    /** A woman asks for a place in a cohort. */
    Enrollment(UUID tenant, Admission asked, CohortTerms cohort) {
        super(tenant);
        participantId = asked.participant();
        recordHidden = asked.hidden();
        applicationId = asked.application();
        sourceSystem = asked.sourceSystem();
        programId = cohort.program();
        belongTo(cohort);
        status = EnrollmentStatus.APPLIED;
        appliedOn = asked.on();
        statusOn = asked.on();
    }

    void waitlist(int position, LocalDate on) {
        step(Step.WAITLIST, EnrollmentStatus.WAITLISTED, on);
        waitlistPosition = position;
    }

    void offer(LocalDate on, LocalDate expiresOn) {
        if (expiresOn.isBefore(on)) {
            throw refused("/expiresOn", "range", "no puede ser anterior a la oferta", "must not be before the offer");
        }
        step(Step.OFFER, EnrollmentStatus.OFFERED, on);
        offerExpiresOn = expiresOn;
    }

    void enroll(LocalDate on) {
        step(Step.ENROLL, EnrollmentStatus.ENROLLED, on);
        enrolledOn = on;
        join(on);
    }

    void accept(LocalDate on) {
        if (status == EnrollmentStatus.OFFER_EXPIRED
                || status == EnrollmentStatus.OFFERED && on.isAfter(offerExpiresOn)) {
            throw ProblemException.of(EnrollmentProblem.OFFER_EXPIRED);
        }
        step(Step.ACCEPT, EnrollmentStatus.ENROLLED, on);
        enrolledOn = on;
        join(on);
    }

    void decline(LocalDate on) {
        step(Step.DECLINE, EnrollmentStatus.DECLINED, on);
        endedOn = on;
    }

    /** The offer ran out: from the day after its last one. */
    void expire(LocalDate on) {
        step(Step.EXPIRE, EnrollmentStatus.OFFER_EXPIRED, on);
        endedOn = on;
    }

    /** She takes part for the first time, or comes back after a deferral. */
    void activate(LocalDate on) {
        boolean away = status == EnrollmentStatus.DEFERRED;
        step(Step.ACTIVATE, EnrollmentStatus.ACTIVE, on);
        activatedOn = activatedOn == null ? on : activatedOn;
        if (away) {
            stays.add(new Stay(this, on));
        }
    }

    /** Her first attendance or completion makes an enrolled woman active; empty where she was already. */
    public Optional<EnrollmentEvent> takePart(LocalDate on) {
        if (status == EnrollmentStatus.ENROLLED) {
            activate(later(on, statusOn)); // told late, of a day before a transfer
        } else if (status == EnrollmentStatus.ACTIVE && activatedOn == null) {
            activatedOn = later(on, here());
            statusOn = later(statusOn, activatedOn);
        } else {
            return Optional.empty();
        }
        return Optional.of(EnrollmentEvent.of("activated", this, activatedOn));
    }

    /**
     * What she did on a day turns out not to be so. Where she was active by that alone, and took no step since, her first day
     * is another, which is told; where nothing is left she stays active, and it is not known until she does something.
     *
     * @param left the first day on which she did something else; null where there is none
     */
    public Optional<EnrollmentEvent> takeBack(LocalDate on, LocalDate left) {
        if (status != EnrollmentStatus.ACTIVE || !on.equals(activatedOn) || !on.equals(statusOn)) {
            return Optional.empty();
        }
        activatedOn = left == null ? null : later(left, here());
        statusOn = left == null ? here() : activatedOn;
        return left == null || on.equals(activatedOn)
                ? Optional.empty()
                : Optional.of(EnrollmentEvent.of("activated", this, activatedOn));
    }

    /**
     * She graduates; both are kept with the graduation until it is revoked.
     *
     * @param criteria version of the criteria she was held against
     * @param byException whether she met them but for what she was excepted from
     */
    public void graduate(LocalDate on, int criteria, boolean byException) {
        step(Step.GRADUATE, EnrollmentStatus.GRADUATED, on);
        graduatedOn = on;
        criteriaVersion = criteria;
        graduatedByException = byException;
    }

    void revokeGraduation(LocalDate on) {
        step(Step.REVOKE_GRADUATION, EnrollmentStatus.ACTIVE, on);
        graduatedOn = null;
        criteriaVersion = null;
        graduatedByException = false;
    }

    void withdraw(LocalDate on, WithdrawalReason why) {
        step(Step.WITHDRAW, EnrollmentStatus.WITHDRAWN, on);
        endedOn = on;
        leave(on.plusDays(1)); // the day of her withdrawal is her last one
        reason = why.code();
    }

    void reject(LocalDate on, RejectionReason why) {
        step(Step.REJECT, EnrollmentStatus.REJECTED, on);
        endedOn = on;
        reason = why.code();
    }

    /** Her whole cohort ends: she leaves it, or is told no where she has not got a seat for good. */
    void endTogether(UUID withdrawal, LocalDate on, WithdrawalReason why, RejectionReason seatless) {
        if (Step.REJECT.allowedFrom(status)) {
            reject(on, seatless);
        } else {
            withdraw(on, why);
        }
        endedTogether = withdrawal;
    }

    /** She goes on in another cohort of the programme: where she waited or was away she is enrolled there. */
    void transfer(CohortTerms to, LocalDate on) {
        boolean takingPart = status == EnrollmentStatus.ENROLLED || status == EnrollmentStatus.ACTIVE;
        boolean tookPart = status == EnrollmentStatus.DEFERRED && activatedOn != null;
        step(Step.TRANSFER, takingPart ? status : tookPart ? EnrollmentStatus.ACTIVE : EnrollmentStatus.ENROLLED, on);
        enrolledOn = enrolledOn == null ? on : enrolledOn;
        leave(on);
        belongTo(to);
        join(on);
    }

    void defer(LocalDate on, LocalDate until) {
        if (!until.isAfter(on)) {
            throw refused("/until", "range", "debe ser posterior a la fecha del paso", "must be after the step's date");
        }
        step(Step.DEFER, EnrollmentStatus.DEFERRED, on);
        deferredUntil = until;
        leave(on);
    }

    /** Belonged to her cohort and took part on that day, by the dates known now. */
    public boolean tookPartOn(LocalDate day) {
        return joinedOn != null && !day.isBefore(joinedOn) && (endedOn == null || !day.isAfter(endedOn));
    }

    /** Whether a cohort's session of that day was held for her, though she may have been transferred since. */
    public boolean belongedTo(UUID cohort, LocalDate day) {
        return cohortId.equals(cohort)
                || stays.stream().anyMatch(stay -> stay.cohortId.equals(cohort) && stay.includes(day));
    }

    /** Took part in a cohort on that day, though she may have been transferred since. */
    public boolean tookPartIn(UUID cohort, LocalDate day) {
        return cohortId.equals(cohort) && tookPartOn(day)
                || stays.stream().anyMatch(stay -> stay.cohortId.equals(cohort) && stay.includes(day));
    }

    /** The cohorts that she has belonged to, her present one first. */
    public List<UUID> cohorts() {
        return Stream.concat(Stream.of(cohortId), stays.stream().map(stay -> stay.cohortId))
                .distinct()
                .toList();
    }

    public static Optional<Enrollment> find(UUID id) {
        return findByIdOptional(id);
    }

    /** @throws ProblemException 404 where the caller sees none */
    public static Enrollment of(UUID id) {
        return find(id).orElseThrow(ProblemException::notFound);
    }

    /** The enrolment under a row lock that lasts until the transaction ends. */
    public static Enrollment lock(UUID id) {
        return Enrollment.<Enrollment>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(ProblemException::notFound);
    }

    private void belongTo(CohortTerms cohort) {
        cohortId = cohort.id();
        centerId = cohort.center();
        agreementId = cohort.agreement();
    }

    private void join(LocalDate on) {
        joinedOn = on;
        stays.add(new Stay(this, on));
    }

    /** Since when she belongs to her cohort without having been away. */
    private LocalDate here() {
        return stays.stream()
                .filter(stay -> stay.untilOn == null)
                .map(stay -> stay.fromOn)
                .findFirst()
                .orElse(joinedOn);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    private void leave(LocalDate from) {
        stays.stream().filter(stay -> stay.untilOn == null).forEach(stay -> stay.untilOn = from);
    }

    /** @throws ProblemException 409 from where the step does not lead on */
    void require(Step step) {
        if (!step.allowedFrom(status)) {
            throw ProblemException.of(EnrollmentProblem.ILLEGAL_TRANSITION)
                    .detail(
                            "La inscripción está %s (%s).".formatted(status.es(), status.code()),
                            "The enrolment is %s.".formatted(status.code()));
        }
    }

    private void step(Step step, EnrollmentStatus to, LocalDate on) {
        require(step);
        if (on.isBefore(statusOn)) {
            throw refused(
                    "/on",
                    "before-last-step",
                    "no puede ser anterior al último paso de la inscripción",
                    "must not be before the enrolment's last step");
        }
        status = to;
        statusOn = on;
        waitlistPosition = null;
        offerExpiresOn = null;
        if (to != EnrollmentStatus.DEFERRED) {
            deferredUntil = null;
        }
    }

    private static ProblemException refused(String pointer, String code, String es, String en) {
        return ProblemException.of(CommonProblem.VALIDATION).error(pointer, code, es, en);
    }
}

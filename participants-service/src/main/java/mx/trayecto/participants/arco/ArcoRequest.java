package mx.trayecto.participants.arco;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import mx.trayecto.participants.consents.Purpose;
import mx.trayecto.participants.workdays.WorkingDays;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.problem.ProblemType;
import mx.trayecto.platform.tenancy.TenantEntity;

/** A person's request about her data, from the day it came to the day it was carried out. Each step says what is due next. */
@Entity
@Table(name = "arco_request")
class ArcoRequest extends TenantEntity {
    /** What was written when it came in. */
    record Filing(String proofReference, String details) {}

    @Column(name = "participant_id", updatable = false)
    UUID participantId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    ArcoKind kind;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    Requester requester;

    @Column(name = "received_on", updatable = false)
    LocalDate receivedOn;

    /** The day after which the days of the answer are counted: information that was missing begins it anew. */
    @Column(name = "clock_from")
    LocalDate clockFrom;

    @Column(name = "last_on")
    LocalDate lastOn;

    @Enumerated(EnumType.STRING)
    ArcoStatus status;

    /** The last day of what is awaited now, of the tenant or, while it waits, of her; null where nothing is. */
    @Column(name = "due_on")
    LocalDate dueOn;

    @Column(name = "prevention_by")
    LocalDate preventionBy;

    @Column(name = "referral_by")
    LocalDate referralBy;

    boolean prevented;

    boolean extended;

    @Column(name = "answered_on")
    LocalDate answeredOn;

    @Column(name = "blocked_until")
    LocalDate blockedUntil;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text[]", updatable = false)
    List<Purpose> purposes;

    /** A {@link Filing}, sealed under her key. */
    @Column(updatable = false)
    byte[] filing;

    protected ArcoRequest() {}

    ArcoRequest(UUID tenant, FileRequest command, LocalDate receivedOn, byte[] filing, WorkingDays days) {
        super(tenant);
        participantId = command.participant();
        kind = command.kind();
        requester = command.requester();
        purposes = command.purposes();
        this.receivedOn = receivedOn;
        this.filing = filing;
        clockFrom = receivedOn;
        lastOn = receivedOn;
        status = ArcoStatus.RECEIVED;
        count(days);
    }

    /** She is asked for what is missing, which interrupts the term of the answer; once, and within its time. */
    void prevent(LocalDate on, WorkingDays days) {
        demand(ArcoStatus.RECEIVED);
        unless(!prevented, ArcoProblem.WRONG_STATUS);
        unless(!on.isAfter(preventionBy), ArcoProblem.TOO_LATE);
        prevented = true;
        become(ArcoStatus.WAITING, on, days);
    }

    /** What was missing came: the term of the answer begins anew. */
    void complete(LocalDate on, WorkingDays days) {
        demand(ArcoStatus.WAITING);
        unless(!on.isAfter(dueOn), ArcoProblem.TOO_LATE);
        clockFrom = on;
        become(ArcoStatus.RECEIVED, on, days);
    }

    /** What was missing did not come in time: the request counts as not made. */
    void lapse(LocalDate on, WorkingDays days) {
        demand(ArcoStatus.WAITING);
        unless(on.isAfter(dueOn), ArcoProblem.TOO_EARLY);
        become(ArcoStatus.LAPSED, on, days);
    }

    /** She is told, before the term ends, that it takes longer; once. */
    void extend(LocalDate on, WorkingDays days) {
        demand(ArcoStatus.RECEIVED);
        unless(!extended, ArcoProblem.WRONG_STATUS);
        unless(!on.isAfter(dueOn), ArcoProblem.TOO_LATE);
        extended = true;
        become(ArcoStatus.RECEIVED, on, days);
    }

    /** She is told in time that another authority is competent. */
    void refer(LocalDate on, WorkingDays days) {
        demand(ArcoStatus.RECEIVED);
        unless(!on.isAfter(referralBy), ArcoProblem.TOO_LATE);
        become(ArcoStatus.REFERRED, on, days);
    }

    /** She is answered; a late answer is still owed, and taken. */
    void answer(boolean granted, LocalDate on, WorkingDays days) {
        demand(ArcoStatus.RECEIVED);
        answeredOn = on;
        become(granted ? ArcoStatus.GRANTED : ArcoStatus.REFUSED, on, days);
    }

    /** It is carried out. */
    void carryOut(LocalDate on, WorkingDays days) {
        demand(ArcoStatus.GRANTED);
        become(ArcoStatus.DONE, on, days);
    }

    /** Her data are blocked, to be suppressed after a day. */
    void block(LocalDate on, LocalDate until, WorkingDays days) {
        demand(ArcoStatus.GRANTED);
        blockedUntil = until;
        become(ArcoStatus.BLOCKED, on, days);
    }

    /** Her data were blocked before it was done: nothing is left to hand over, correct or stop. */
    void overtake(LocalDate on, WorkingDays days) {
        unless(dueOn != null, ArcoProblem.WRONG_STATUS);
        answeredOn = answeredOn == null ? on : answeredOn;
        become(ArcoStatus.REFUSED, on, days);
    }

    void suppress(LocalDate on, WorkingDays days) {
        demand(ArcoStatus.BLOCKED);
        unless(on.isAfter(blockedUntil), ArcoProblem.TOO_EARLY);
        become(ArcoStatus.DONE, on, days);
    }

    /** Counts what is due by these working days. */
    void count(WorkingDays days) {
        preventionBy = days.after(receivedOn, Terms.PREVENTION);
        referralBy = days.after(receivedOn, Terms.REFERRAL);
        dueOn = switch (status) {
            case RECEIVED -> days.after(clockFrom, extended ? Terms.ANSWER + Terms.EXTENSION : Terms.ANSWER);
            case WAITING -> days.after(lastOn, Terms.COMPLETION);
            case GRANTED -> days.after(answeredOn, Terms.EFFECT);
            case LAPSED, REFERRED, REFUSED, BLOCKED, DONE -> null;
        };
    }

    void demand(ArcoStatus needed) {
        unless(status == needed, ArcoProblem.WRONG_STATUS);
    }

    private void become(ArcoStatus next, LocalDate on, WorkingDays days) {
        status = next;
        lastOn = on;
        count(days);
    }

    private static void unless(boolean allowed, ProblemType problem) {
        if (!allowed) {
            throw ProblemException.of(problem);
        }
    }
}

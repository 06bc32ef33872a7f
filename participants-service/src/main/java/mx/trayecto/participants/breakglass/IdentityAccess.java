package mx.trayecto.participants.breakglass;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import org.hibernate.annotations.DynamicInsert;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Generated;
import org.hibernate.generator.EventType;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.Actor;
import mx.trayecto.platform.tenancy.TenantEntity;

/**
 * A protected record opened to one person for an hour at most. The database says when the hour began and ends, and keeps
 * what was granted as it was granted.
 */
@Entity
@DynamicInsert
@DynamicUpdate
@Table(name = "identity_access")
class IdentityAccess extends TenantEntity {
    /** What was told of why. */
    record Account(String explanation, String caseNumber) {}

    @Column(name = "participant_id", updatable = false)
    UUID participantId;

    @Column(updatable = false)
    String subject;

    @Column(updatable = false)
    String client;

    @Column(updatable = false)
    UUID organization;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    AccessReason reason;

    /** An {@link Account}, sealed under her key. */
    @Column(updatable = false)
    byte[] account;

    @Generated(event = EventType.INSERT)
    @Column(name = "granted_at", insertable = false, updatable = false)
    Instant grantedAt;

    @Generated(event = EventType.INSERT)
    @Column(name = "ends_at", insertable = false, updatable = false)
    Instant endsAt;

    @Column(name = "ended_at")
    Instant endedAt;

    @Column(name = "ended_by")
    String endedBy;

    @Column(name = "reviewed_at")
    Instant reviewedAt;

    @Column(name = "reviewed_by")
    String reviewedBy;

    @Enumerated(EnumType.STRING)
    Outcome outcome;

    /** A text, sealed under her key. */
    @Column(name = "review_note")
    byte[] reviewNote;

    protected IdentityAccess() {}

    IdentityAccess(Actor who, UUID participant, AccessReason reason, byte[] account) {
        super(who.tenant());
        participantId = participant;
        subject = who.subject();
        client = who.client();
        organization = who.organization();
        this.reason = reason;
        this.account = account;
    }

    /** Ends before its time; one that was ended stays as it was. */
    void end(String by, Instant now) {
        if (endedAt == null) {
            endedAt = now;
            endedBy = by;
        }
    }

    /**
     * Is looked into, once, by somebody else.
     *
     * @param note sealed, may be null
     */
    void review(String by, Outcome found, byte[] note, Instant now) {
        if (by.equals(subject)) {
            throw ProblemException.of(AccessProblem.OWN_ACCESS);
        }
        if (reviewedAt != null) {
            throw ProblemException.of(AccessProblem.REVIEWED);
        }
        reviewedAt = now;
        reviewedBy = by;
        outcome = found;
        reviewNote = note;
    }
}

package mx.trayecto.participants.registry;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.TenantEntity;

/** That one record took another over, and whether it was taken back. */
@Entity
@Table(name = "participant_merge")
class Merge extends TenantEntity {
    @Column(name = "survivor_id")
    UUID survivor;

    @Column(name = "merged_id")
    UUID merged;

    @Enumerated(EnumType.STRING)
    MergeReason reason;

    @Column(name = "survivor_protected")
    boolean survivorProtected;

    @Column(name = "merged_protected")
    boolean mergedProtected;

    @Column(name = "reversed_at")
    Instant reversedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "reversal_reason")
    ReversalReason reversalReason;

    protected Merge() {}

    Merge(Participant survivor, Participant merged, MergeReason reason) {
        super(survivor.tenantId);
        this.survivor = survivor.id;
        this.merged = merged.id;
        this.reason = reason;
        survivorProtected = survivor.protectedRecord;
        mergedProtected = merged.protectedRecord;
    }

    /** Whether the records are protected as this merge left them: nobody has decided otherwise since. */
    boolean left(boolean protectedNow) {
        return protectedNow == (survivorProtected || mergedProtected);
    }

    /** @throws ProblemException 409 where it was taken back before */
    void reverse(ReversalReason why, Instant now) {
        if (reversedAt != null) {
            throw ProblemException.of(ParticipantProblem.ALREADY_REVERSED);
        }
        reversedAt = now;
        reversalReason = why;
    }
}

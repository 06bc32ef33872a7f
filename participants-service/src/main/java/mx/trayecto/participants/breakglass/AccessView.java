package mx.trayecto.participants.breakglass;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.concurrency.Versioned;
import mx.trayecto.platform.text.Bilingual;

/** A protected record opened to somebody: who, why, until when, and what a review found. */
@Schema(
        name = "IdentityAccess",
        description = "A protected record opened to one person. The texts are left out of lists, and once her key is"
                + " destroyed.")
public record AccessView(
        UUID id,
        long version,
        UUID participant,
        AccessReason reason,
        Bilingual reasonLabel,
        String explanation,
        String caseNumber,
        String subject,
        String client,
        UUID organization,
        Instant grantedAt,

        @Schema(description = "An hour after it was granted, by the database's clock")
        Instant endsAt,

        @Schema(description = "Where it was ended before its time")
        Instant endedAt,

        String endedBy,
        Review review)
        implements Versioned {

    /** What somebody else found who looked into it. */
    @Schema(name = "IdentityAccessReview")
    record Review(Instant at, String by, Outcome outcome, String note) {}

    static AccessView of(IdentityAccess access) {
        return of(access, null, null);
    }

    /** @param account null where it is not told */
    static AccessView of(IdentityAccess access, IdentityAccess.Account account, String note) {
        return new AccessView(
                access.id,
                access.version,
                access.participantId,
                access.reason,
                access.reason.label(),
                account == null ? null : account.explanation(),
                account == null ? null : account.caseNumber(),
                access.subject,
                access.client,
                access.organization,
                access.grantedAt,
                access.endsAt,
                access.endedAt,
                access.endedBy,
                access.reviewedAt == null
                        ? null
                        : new Review(access.reviewedAt, access.reviewedBy, access.outcome, note));
    }
}

package mx.trayecto.participants.registry;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.concurrency.Versioned;
import mx.trayecto.platform.text.Bilingual;

/** A merge, and its reversal where there was one. */
@Schema(name = "Merge", description = "That one record took another over, and its reversal where there was one")
public record MergeView(
        UUID id,
        long version,
        @Schema(description = "The record that stands") UUID survivor,
        @Schema(description = "The record taken over") UUID merged,
        Reason reason,
        Instant mergedAt,
        Reversal reversal)
        implements Versioned {

    /** Why there were two records. */
    @Schema(name = "MergeReasonGiven", description = "Why there were two records")
    record Reason(MergeReason code, Bilingual label) {}

    /** That the merge was taken back. */
    @Schema(name = "MergeReversal", description = "That the merge was taken back")
    record Reversal(ReversalReason code, Bilingual label, Instant at) {}

    static MergeView of(Merge m) {
        return new MergeView(
                m.id,
                m.version,
                m.survivor,
                m.merged,
                new Reason(m.reason, m.reason.label()),
                m.createdAt,
                m.reversedAt == null ? null : new Reversal(m.reversalReason, m.reversalReason.label(), m.reversedAt));
    }
}

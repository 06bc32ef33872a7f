package mx.trayecto.participants.duplicates;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.participants.finding.Trait;
import mx.trayecto.platform.concurrency.Versioned;
import mx.trayecto.platform.text.Bilingual;

/** Two records that may be of one woman; who they are is read from the records. */
@Schema(name = "Duplicate", description = "Two records that may be of one woman, and what was decided on them")
record DuplicateView(
        UUID id,
        long version,
        @Schema(description = "The two records") List<UUID> participants,

        @Schema(description = "How likely they are of one woman, from 0.5 to 1")
        BigDecimal score,

        List<Reason> reasons,
        DuplicateStatus status,
        Dismissal dismissal,
        Instant foundAt,
        Instant decidedAt)
        implements Versioned {

    /** What speaks for it, or stands out. */
    @Schema(name = "DuplicateReason", description = "What speaks for one woman, or what stands out between the records")
    record Reason(Trait code, Bilingual label) {}

    /** Why they are taken to be of two women. */
    @Schema(name = "DuplicateDismissal", description = "Why they are taken to be of two women")
    record Dismissal(DismissalReason code, Bilingual label) {}

    static DuplicateView of(Duplicate d) {
        return new DuplicateView(
                d.id,
                d.version,
                List.of(d.one, d.other),
                d.score,
                d.traits.stream().map(trait -> new Reason(trait, trait.label())).toList(),
                d.status,
                d.reason == null ? null : new Dismissal(d.reason, d.reason.label()),
                d.createdAt,
                d.decidedAt);
    }
}

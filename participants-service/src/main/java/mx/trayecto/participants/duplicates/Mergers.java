package mx.trayecto.participants.duplicates;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import mx.trayecto.participants.finding.Likeness;
import mx.trayecto.participants.registry.Likenesses;
import mx.trayecto.participants.registry.RecordsMerged;
import mx.trayecto.participants.registry.RecordsParted;

/** What merges and their reversals say of a pair, in their own transaction: who merges has judged. */
@ApplicationScoped
class Mergers {
    @Inject
    Likenesses likenesses;

    @Inject
    Candidates candidates;

    void merged(@Observes RecordsMerged event) {
        Map<UUID, Likeness> both = likenesses.of(List.of(event.survivor(), event.merged()));
        Found pair = Found.ofRecords(both.get(event.survivor()), both.get(event.merged()));
        candidates.said(pair, DuplicateStatus.CONFIRMED, null, event.merged());
    }

    void parted(@Observes RecordsParted event) {
        Map<UUID, Likeness> both = likenesses.of(List.of(event.survivor(), event.parted()));
        Found pair = Found.ofRecords(both.get(event.survivor()), both.get(event.parted()));
        candidates.said(pair, DuplicateStatus.DISMISSED, DismissalReason.MERGE_REVERSED, event.survivor());
    }
}

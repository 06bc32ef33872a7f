package mx.trayecto.participants.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import mx.trayecto.participants.consents.Consent;
import mx.trayecto.participants.finding.Checks;
import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.Compartments;

/**
 * Makes two records one woman's, and parts them again. Both rows stay with all that hangs on them; the one taken over is
 * read as the other. Her latest word on each purpose holds, whichever record it was said under, before the merge or since;
 * where one of the two is protected, both are. Every call runs in the caller's transaction.
 */
@ApplicationScoped
public class Merges {
    @Inject
    MergeLog log;

    @Inject
    Records records;

    @Inject
    Protection protection;

    @Inject
    Concealment concealment;

    @Inject
    Compartments compartments;

    @Inject
    Snapshots snapshots;

    @Inject
    Checks checks;

    @Inject
    Event<RecordsMerged> merging;

    @Inject
    Event<RecordsParted> parting;

    /**
     * Has one record take another over; records merged into that one go along.
     *
     * @return the id of the merge
     * @throws ProblemException 404 where the survivor is not to be seen; 422 where the other is not, or is the same; 403
     *     where one is protected and the actor has not opened it; 409 where one is merged already, or
     *     suppressed
     */
    public UUID merge(UUID survivorId, MergeRecords command) {
        List<UUID> seen = records.seen(List.of(survivorId, command.record()));
        if (!seen.contains(survivorId)) {
            throw ProblemException.notFound();
        }
        if (survivorId.equals(command.record())) {
            throw ProblemException.of(CommonProblem.VALIDATION)
                    .error("/record", "same-record", "es el mismo registro", "is the same record");
        }
        if (!seen.contains(command.record())) {
            throw ProblemException.of(CommonProblem.VALIDATION)
                    .error("/record", "unknown-participant", "no existe", "does not exist");
        }
        return compartments.beyond(() -> take(survivorId, command).id);
    }

    private Merge take(UUID survivorId, MergeRecords command) {
        List<Participant> both = records.lock(List.of(survivorId, command.record()));
        Participant survivor = of(both, survivorId);
        Participant other = of(both, command.record());
        protection.guardMerge(survivor, other);
        refuseMerged(survivor);
        refuseMerged(other);
        concealment.requireReadable(both);

        List<Participant> joins = records.group(other);
        List<Participant> all = records.group(survivor);
        all.addAll(joins);
        Map<UUID, ParticipantChanged> told = told(all);
        Merge merge = new Merge(survivor, other, command.reason());
        merge.persist();
        survivor.hearAlso(other);
        joins.forEach(p -> p.mergeInto(survivor.id));
        concealment.set(all, survivor.protectedRecord || other.protectedRecord);
        tell(all, told);
        merging.fire(new RecordsMerged(survivor.id, other.id));
        Merge.flush();
        return merge;
    }

    /**
     * Takes a merge back: the record taken over, with what was merged into it before, stands by itself again. What
     * happened meanwhile stays with the record that it happened under: consents with the one that each was given under,
     * by whichever of them she was known.
     *
     * @throws ProblemException 404 where there is no such merge to be seen; 403 and 409 as for a merge, and 409 where it
     *     was taken back before
     */
    Merge reverse(UUID id, UUID mergeId, ReversalReason reason) {
        Merge merge = log.require(id, mergeId);
        return compartments.beyond(() -> part(merge, reason));
    }

    private Merge part(Merge merge, ReversalReason reason) {
        UUID root = records.survivorOf(merge.merged);
        List<Participant> locked = records.lock(List.of(root, merge.merged));
        Merge.getEntityManager().refresh(merge);
        merge.reverse(reason, Instant.now());
        Participant survivor = of(locked, root);
        Participant again = of(locked, merge.merged);
        protection.guardMerge(survivor, again);
        if (survivor.mergedInto != null || !root.equals(again.mergedInto)) {
            throw ProblemException.of(CommonProblem.CONFLICT); // another merge or reversal came before the lock
        }
        concealment.requireReadable(locked);

        List<Participant> all = records.group(survivor);
        Map<UUID, ParticipantChanged> told = told(all);
        List<Participant> goes = log.below(again, all);
        List<Participant> stays = new ArrayList<>(all);
        stays.removeAll(goes);
        again.stand();
        goes.stream().filter(p -> p != again).forEach(p -> p.mergeInto(again.id));
        survivor.hear(Consent.standing(merge.tenantId, ids(stays)));
        again.hear(Consent.standing(merge.tenantId, ids(goes)));
        boolean now = survivor.protectedRecord;
        concealment.set(stays, merge.left(now) && stays.size() == 1 ? merge.survivorProtected : now);
        concealment.set(goes, merge.left(now) ? merge.mergedProtected : now);
        tell(all, told);
        parting.fire(new RecordsParted(survivor.id, again.id));
        Merge.flush();
        return merge;
    }

    /** Whether two records are of one woman by now. */
    public boolean merged(UUID one, UUID other) {
        return compartments.beyond(() -> records.survivorOf(one).equals(records.survivorOf(other)));
    }

    /** Protects the records merged into one along with it, or brings them to light with it. */
    void conceal(Participant survivor, boolean hidden) {
        compartments.beyond(() -> {
            List<Participant> merged = records.merged(survivor.id);
            Map<UUID, ParticipantChanged> told = told(merged);
            concealment.set(merged, hidden);
            tell(merged, told);
            return merged;
        });
    }

    private static Participant of(List<Participant> found, UUID id) {
        return found.stream().filter(p -> p.id.equals(id)).findFirst().orElseThrow(ProblemException::notFound);
    }

    /** Only records that stand are merged, so that no merge can lead in a circle. */
    private static void refuseMerged(Participant p) {
        if (p.mergedInto != null) {
            throw ProblemException.of(ParticipantProblem.ALREADY_MERGED)
                    .header("Location", "/v1/participants/" + p.mergedInto);
        }
    }

    private static List<UUID> ids(List<Participant> people) {
        return people.stream().map(p -> p.id).toList();
    }

    private static Map<UUID, ParticipantChanged> told(List<Participant> people) {
        Map<UUID, ParticipantChanged> told = new HashMap<>();
        people.forEach(p -> told.put(p.id, ParticipantChanged.of(p)));
        return told;
    }

    /** Tells the others, and has the records compared anew: they now say together, or apart, who she is. */
    private void tell(List<Participant> people, Map<UUID, ParticipantChanged> told) {
        people.forEach(p -> snapshots.publish(told.get(p.id), p));
        checks.ask(ids(people));
    }
}

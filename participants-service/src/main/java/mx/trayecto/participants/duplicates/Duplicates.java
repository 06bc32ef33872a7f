package mx.trayecto.participants.duplicates;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.panache.common.Parameters;

import mx.trayecto.participants.breakglass.IdentityAccesses;
import mx.trayecto.participants.registry.MergeReason;
import mx.trayecto.participants.registry.MergeRecords;
import mx.trayecto.participants.registry.Merges;
import mx.trayecto.platform.audit.Audit;
import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.CurrentActor;

/**
 * The queue of pairs, as far as the actor may see them: a pair with a protected record is for those alone who opened that
 * record, to all others it is absent. Every call runs in the caller's transaction.
 */
@ApplicationScoped
public class Duplicates {
    /** Both records must be there to be seen: one whose data are blocked is shown to nobody. */
    private static final String SHOWN = "from Duplicate d where d.tenantId = :tenant and 2 ="
            + " (select count(p) from Participant p where p.tenantId = :tenant and p.id in (d.one, d.other)"
            + " and (not p.protectedRecord or p.id in :opened))";

    @Inject
    CurrentActor actor;

    @Inject
    IdentityAccesses accesses;

    @Inject
    Merges merges;

    @Inject
    Audit audit;

    /** @param status null for all */
    List<Duplicate> rows(UUID after, int rows, DuplicateStatus status) {
        StringBuilder query = new StringBuilder(SHOWN);
        Parameters with = shown();
        if (status != null) {
            query.append(" and d.status = :status");
            with.and("status", status);
        }
        if (after != null) {
            query.append(" and d.id > :after");
            with.and("after", after);
        }
        return told(
                "listDuplicates",
                Duplicate.<Duplicate>find(query + " order by d.id", with)
                        .range(0, rows - 1)
                        .list());
    }

    /** What comparing found of a woman's records, in its order, as far as the actor may see it. */
    public List<Likened> of(Collection<UUID> records) {
        return Duplicate.<Duplicate>find(
                        SHOWN + " and (d.one in :hers or d.other in :hers) order by d.id", shown().and("hers", records))
                .stream()
                .map(Likened::of)
                .toList();
    }

    /** @throws ProblemException as {@link #require} */
    Duplicate read(UUID id) {
        return told("readDuplicate", List.of(require(id))).getFirst();
    }

    /** @throws ProblemException 404 where it is absent, or not for the actor to see */
    Duplicate require(UUID id) {
        return Duplicate.<Duplicate>find(SHOWN + " and d.id = :id", shown().and("id", id))
                .firstResultOptional()
                .orElseThrow(ProblemException::notFound);
    }

    /**
     * Confirms, and merges where the command says which record stands.
     *
     * @throws ProblemException 422 where that is none of the two; otherwise as {@link Merges#merge}
     */
    Duplicate confirm(UUID id, UUID survivor) {
        Duplicate pair = require(id);
        if (survivor == null) {
            pair.confirm(Instant.now());
            Duplicate.flush();
            return pair;
        }
        if (!survivor.equals(pair.one) && !survivor.equals(pair.other)) {
            throw ProblemException.of(CommonProblem.VALIDATION)
                    .error("/survivor", "none-of-the-two", "no es ninguno de los dos", "is none of the two");
        }
        UUID merged = survivor.equals(pair.one) ? pair.other : pair.one;
        merges.merge(survivor, new MergeRecords(merged, MergeReason.REGISTERED_TWICE)); // which confirms the pair
        Duplicate.getEntityManager().refresh(pair);
        return pair;
    }

    /**
     * Dismisses.
     *
     * @throws ProblemException 422 for the reason that only a reversal gives; 409 where the two are merged
     */
    Duplicate dismiss(UUID id, DismissalReason reason) {
        if (reason == DismissalReason.MERGE_REVERSED) {
            throw ProblemException.of(CommonProblem.VALIDATION)
                    .error("/reason", "not-given", "solo la da la separación misma", "is given by a reversal only");
        }
        Duplicate pair = require(id);
        if (merges.merged(pair.one, pair.other)) {
            throw ProblemException.of(DuplicateProblem.MERGED);
        }
        pair.dismiss(reason, Instant.now());
        Duplicate.flush();
        return pair;
    }

    /**
     * Leaves a trace of each pair with an opened record: whom it is alike says who she is. Where both were opened the
     * entry names the pair alone, so that whoever reads the audit is not led from the one to the other.
     *
     * @param action the operation's name in the contract
     */
    private List<Duplicate> told(String action, List<Duplicate> pairs) {
        Map<UUID, UUID> opened = accesses.live(
                pairs.stream().flatMap(d -> Stream.of(d.one, d.other)).toList());
        for (Duplicate pair : pairs) {
            List<UUID> hers =
                    Stream.of(pair.one, pair.other).filter(opened::containsKey).toList();
            if (hers.size() == 1) {
                audit.record(
                        action,
                        pair.id,
                        Map.of("participant", hers.getFirst(), "identityAccess", opened.get(hers.getFirst())));
            } else if (!hers.isEmpty()) {
                audit.record(action, pair.id, null);
            }
        }
        return pairs;
    }

    private Parameters shown() {
        return Parameters.with("tenant", actor.get().tenant())
                .and("opened", accesses.live().keySet());
    }
}

package mx.trayecto.participants.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.CurrentActor;

/** Which merges somebody's records took part in, as far as the actor may know. */
@ApplicationScoped
class MergeLog {
    private static final UUID FIRST = new UUID(0, 0);

    @Inject
    CurrentActor actor;

    @Inject
    Records records;

    @Inject
    Protection protection;

    /**
     * A merge that the person in the path took part in.
     *
     * @throws ProblemException 404 where there is none, or it is not for the actor to know
     */
    Merge require(UUID id, UUID mergeId) {
        List<UUID> hers = hers(id);
        return Merge.<Merge>find(
                        "tenantId = ?1 and id = ?2 and (survivor in ?3 or merged in ?3)",
                        actor.get().tenant(),
                        mergeId,
                        hers)
                .firstResultOptional()
                .orElseThrow(ProblemException::notFound);
    }

    /** The merges that the person in the path took part in; none where they are not for the actor to know. */
    List<Merge> rows(UUID id, UUID after, int rows) {
        return Merge.<Merge>find(
                        "tenantId = ?1 and (survivor in ?2 or merged in ?2) and id > ?3 order by id",
                        actor.get().tenant(),
                        hers(id),
                        after == null ? FIRST : after)
                .range(0, rows - 1)
                .list();
    }

    /** The merges of these records with each other. */
    List<Merge> among(List<UUID> records) {
        return Merge.list(
                "tenantId = ?1 and survivor in ?2 and merged in ?2 order by id",
                actor.get().tenant(),
                records);
    }

    /** A merged record of a group, and those that came along with it. */
    List<Participant> below(Participant top, List<Participant> group) {
        Map<UUID, UUID> into = new HashMap<>();
        Merge.<Merge>list(
                        "tenantId = ?1 and merged in ?2 and reversedAt is null",
                        top.tenantId,
                        group.stream().map(p -> p.id).toList())
                .forEach(merge -> into.put(merge.merged, merge.survivor));
        return group.stream()
                .filter(p -> {
                    UUID at = p.id;
                    while (at != null && !at.equals(top.id)) {
                        at = into.get(at);
                    }
                    return at != null;
                })
                .toList();
    }

    private List<UUID> hers(UUID id) {
        Participant asked = records.require(id);
        return protection.open(asked) ? records.shown(records.standing(asked)) : List.of(FIRST);
    }
}

package mx.trayecto.participants.registry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.CurrentActor;

/**
 * Which records are of one woman. Where she is protected that is for those alone who opened one of them: to all
 * others each of her records is one by itself, as if nobody had merged it, because the tie from a record that they know
 * would lead to an alias that they must not.
 */
@ApplicationScoped
class Records {
    @Inject
    CurrentActor actor;

    @Inject
    Protection protection;

    @Inject
    Sql sql;

    /** A record as it is, merged or not. */
    Optional<Participant> find(UUID id) {
        return Participant.<Participant>find(
                        "tenantId = ?1 and id = ?2", actor.get().tenant(), id)
                .firstResultOptional();
    }

    /**
     * The same.
     *
     * @throws ProblemException 404 where it is absent, of another tenant or outside the actor's compartment
     */
    Participant require(UUID id) {
        return find(id).orElseThrow(ProblemException::notFound);
    }

    /** The record that stands for this one, as far as the actor may be told; else this one. */
    Participant standing(Participant p) {
        return p.mergedInto == null || !protection.open(p) ? p : survivor(p);
    }

    /** The record that stands for this one, whoever asks; where the row policies hide it, this one. */
    Participant survivor(Participant p) {
        return p.mergedInto == null ? p : find(p.mergedInto).orElse(p);
    }

    /** The id of the record that stands for this one, whoever asks; read anew from the database. */
    UUID survivorOf(UUID record) {
        return sql.ids(
                        "SELECT coalesce(merged_into, id) FROM participant WHERE tenant_id = ? AND id = ?",
                        actor.get().tenant(),
                        record)
                .getFirst();
    }

    /** The ids of her records that the actor may be told of: this one, and those merged into it. */
    List<UUID> shown(Participant p) {
        List<UUID> ids = new ArrayList<>(List.of(p.id));
        if (protection.open(p)) {
            merged(p.id).forEach(record -> ids.add(record.id));
        }
        return ids;
    }

    /** Whether a record merged into this one has a CURP. */
    boolean haveCurp(Participant p, byte[] curp) {
        return merged(p.id).stream().anyMatch(record -> Arrays.equals(record.curpToken, curp));
    }

    /** Those of the records that the actor sees. */
    List<UUID> seen(Collection<UUID> ids) {
        return sql.ids(
                "SELECT id FROM participant WHERE tenant_id = ? AND id = ANY (?)",
                actor.get().tenant(),
                ids);
    }

    /** The records merged into one that stands, directly or through others. */
    List<Participant> merged(UUID survivor) {
        return Participant.list(
                "tenantId = ?1 and mergedInto = ?2 order by id", actor.get().tenant(), survivor);
    }

    /** A record that stands, and all that are merged into it. */
    List<Participant> group(Participant stands) {
        List<Participant> group = new ArrayList<>(List.of(stands));
        group.addAll(merged(stands.id));
        return group;
    }

    /** The records as they are by now, until the commit nobody else's to change. */
    List<Participant> lock(Collection<UUID> ids) {
        UUID tenant = actor.get().tenant();
        sql.ids(
                "SELECT id FROM participant WHERE tenant_id = ? AND id = ANY (?) ORDER BY id FOR NO KEY UPDATE",
                tenant,
                ids);
        List<Participant> locked = Participant.list("tenantId = ?1 and id in ?2 order by id", tenant, ids);
        // what was read before it had to wait is what they were then
        locked.forEach(Participant.getEntityManager()::refresh);
        return locked;
    }
}

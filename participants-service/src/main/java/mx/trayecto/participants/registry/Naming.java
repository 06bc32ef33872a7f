package mx.trayecto.participants.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.participants.references.Reference;
import mx.trayecto.participants.references.ReferenceProblem;
import mx.trayecto.participants.references.References;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.Compartments;
import mx.trayecto.platform.tenancy.CurrentActor;

/**
 * Whom references name. The reference of a protected record counts as free for those who may not see her: they may give
 * it to somebody else, who then stands behind her and is whom it names for them. Were it refused, the refusal would tell
 * that a protected record has it.
 */
@ApplicationScoped
class Naming {
    // OFFSET keeps the look-up a step of its own, by its key: a plan kept from when the table was empty went through
    // all
    // references of the tenant instead, with the row policy's look at each one's compartment
    private static final String HOLDERS = """
            SELECT r.source_system, r.external_id, r.participant_id, coalesce(p.protected, false), p.id IS NULL,
                   coalesce(p.merged_into, p.id)
              FROM unnest(?::text[], ?::text[]) AS k (source_system, external_id)
             CROSS JOIN LATERAL (SELECT *
                                   FROM external_reference e
                                  WHERE e.tenant_id = ?
                                    AND e.source_system = k.source_system AND e.external_id = k.external_id
                                 OFFSET 0) r
              LEFT JOIN participant p ON p.tenant_id = r.tenant_id AND p.id = r.participant_id
             ORDER BY r.place""";

    @Inject
    Sql sql;

    @Inject
    CurrentActor actor;

    @Inject
    References references;

    @Inject
    Compartments compartments;

    @Inject
    Protection protection;

    @Inject
    Turns turns;

    @Inject
    Records records;

    /** Whom a reference names, as far as the actor may be told. */
    Optional<Participant> named(Reference reference) {
        return bearer(reference).map(records::standing);
    }

    /** The record that has the reference, merged or not, as far as the actor may be told. */
    Optional<Participant> bearer(Reference reference) {
        return holders(List.of(reference)).getOrDefault(reference, List.of()).stream()
                .filter(holder -> !holder.blocked())
                .filter(holder -> protection.open(holder.id(), holder.hidden(), reference))
                .findFirst()
                .flatMap(holder -> records.find(holder.id()));
    }

    /**
     * How many have each of the references that nobody has, or only protected records that the actor may not see: which
     * of the two it is must make no difference to what becomes of who is given them.
     */
    Map<Reference, Integer> free(Collection<Reference> told) {
        Map<Reference, List<Holder>> holders = compartments.beyond(() -> holders(told));
        Set<UUID> opened = protection.opened(); // one look, whoever holds them: the work must not tell either
        Map<Reference, Integer> free = new HashMap<>();
        for (Reference reference : told) {
            List<Holder> before = holders.getOrDefault(reference, List.of());
            if (before.stream().noneMatch(holder -> stands(holder, reference, opened))) {
                free.put(reference, before.size());
            }
        }
        return free;
    }

    /**
     * The record that a reference names to the actor, of those that name a single one, as far as the actor may see, which
     * is neither merged nor protected.
     */
    Map<Reference, UUID> plain(Collection<Reference> told) {
        Set<UUID> opened = protection.opened();
        Map<Reference, UUID> plain = new HashMap<>();
        holders(told).forEach((reference, holders) -> {
            List<Holder> shown = holders.stream()
                    .filter(holder -> stands(holder, reference, opened))
                    .toList();
            if (shown.size() == 1 && shown.getFirst().plain()) {
                plain.put(reference, shown.getFirst().id());
            }
        });
        return plain;
    }

    /** Whether a reference is taken by this holder, as far as the actor may be told. */
    private boolean stands(Holder holder, Reference reference, Set<UUID> opened) {
        return holder.blocked() || !holder.hidden() || protection.owns(reference) || opened.contains(holder.id());
    }

    /** Those of the references that a person does not have yet. */
    List<Reference> fresh(UUID participant, List<Reference> told) {
        if (told.isEmpty()) {
            return told;
        }
        List<Reference> hers =
                references.of(List.of(participant), protection.opened()).getOrDefault(participant, List.of());
        return told.stream().filter(reference -> !hers.contains(reference)).toList();
    }

    /**
     * Gives a reference to a person, whose row must be stored.
     *
     * @return false where she has it already
     * @throws ProblemException 409 where it names somebody already whom the actor may be told of, or who is outside the
     *     actor's compartment and not protected
     */
    boolean add(UUID participant, Reference reference) {
        turns.take(reference);
        List<Holder> before =
                compartments.beyond(() -> holders(List.of(reference))).getOrDefault(reference, List.of());
        Set<UUID> opened = protection.opened();
        if (before.stream().anyMatch(holder -> has(participant, holder))) {
            return false;
        }
        if (before.stream().anyMatch(holder -> stands(holder, reference, opened))) {
            throw ProblemException.of(ReferenceProblem.TAKEN);
        }
        references.add(List.of(new References.Given(participant, reference, before.size())));
        sql.execute();
        return true;
    }

    private boolean has(UUID participant, Holder holder) {
        return holder.id().equals(participant)
                || participant.equals(holder.stands()) && protection.open(holder.id(), holder.hidden(), null);
    }

    /** One look whether anybody has it or nobody: who may not be told of is not even read. */
    private Map<Reference, List<Holder>> holders(Collection<Reference> told) {
        Map<Reference, List<Holder>> holders = new HashMap<>();
        sql.list(
                HOLDERS,
                row -> holders.computeIfAbsent(
                                new Reference(row.getString(1), row.getString(2)), reference -> new ArrayList<>())
                        .add(new Holder(
                                row.getObject(3, UUID.class),
                                row.getBoolean(4),
                                row.getBoolean(5),
                                row.getObject(6, UUID.class))),
                Columns.of(told).text(Reference::sourceSystem).text(Reference::externalId),
                actor.get().tenant());
        return holders;
    }

    /**
     * Who has a reference.
     *
     * @param blocked her data are cancelled: the reference stays hers, so that a portal that still sends her does not
     *     bring her back
     * @param stands the record that stands for hers; null where blocked
     */
    private record Holder(UUID id, boolean hidden, boolean blocked, UUID stands) {
        boolean plain() {
            return !hidden && !blocked && id.equals(stands);
        }
    }
}

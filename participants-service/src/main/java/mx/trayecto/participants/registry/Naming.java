package mx.trayecto.participants.registry;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.participants.references.Reference;
import mx.trayecto.participants.references.ReferenceProblem;
import mx.trayecto.participants.references.References;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.CurrentActor;

/**
 * Whom references name. The reference of a protected record counts as free for those who may not see her: they may give
 * it to somebody else, who then stands behind her and is whom it names for them. Were it refused, the refusal would tell
 * that a protected record has it.
 */
@ApplicationScoped
class Naming {
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
        return holders(reference).stream()
                .filter(p -> protection.open(p, reference))
                .findFirst();
    }

    /** Those of the references that a person does not have yet. */
    List<Reference> fresh(UUID participant, List<Reference> told) {
        if (told.isEmpty()) {
            return told;
        }
        List<Reference> hers =
                references.of(List.of(participant), protection.sees()).getOrDefault(participant, List.of());
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
        List<Participant> before = compartments.beyond(() -> holders(reference));
        if (before.stream().anyMatch(p -> p.id.equals(participant))) {
            return false;
        }
        if (before.stream().anyMatch(p -> protection.open(p, reference))) {
            throw ProblemException.of(ReferenceProblem.TAKEN);
        }
        references.add(participant, reference, before.size());
        return true;
    }

    /** One look whether anybody has it or nobody; of merged records the ones that stand for them. */
    private List<Participant> holders(Reference reference) {
        List<Participant> holders = Participant.inOrder(sql.ids(
                "SELECT p.id FROM external_reference r"
                        + " JOIN participant p ON p.tenant_id = r.tenant_id AND p.id = r.participant_id"
                        + " WHERE r.tenant_id = ? AND r.source_system = ? AND r.external_id = ? ORDER BY r.place",
                actor.get().tenant(),
                reference.sourceSystem(),
                reference.externalId()));
        return holders.stream().map(records::standing).toList();
    }
}

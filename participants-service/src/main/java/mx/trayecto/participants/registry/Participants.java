package mx.trayecto.participants.registry;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import mx.trayecto.participants.references.Reference;
import mx.trayecto.platform.concurrency.MergePatch;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.CurrentActor;

/** The registry's people as far as the actor may see them. Every call runs in the caller's transaction. */
@ApplicationScoped
class Participants {
    @Inject
    CurrentActor actor;

    @Inject
    Records records;

    @Inject
    Naming naming;

    @Inject
    Registration registration;

    @Inject
    Changes changes;

    @Inject
    Protection protection;

    @Inject
    MergePatch merge;

    @Inject
    Turns turns;

    /**
     * What an upsert came to.
     *
     * @param before the version before it
     * @param changed the names of the fields that became others; of who is registered, of those that were told
     */
    record Upserted(Participant participant, boolean created, long before, Set<String> changed) {}

    /**
     * The person that a record is of: of a merged one, the record that stands for it.
     *
     * @throws ProblemException 404 where she is absent, of another tenant or outside the actor's compartment
     */
    Participant require(UUID id) {
        return find(id).orElseThrow(ProblemException::notFound);
    }

    Optional<Participant> find(UUID id) {
        return records.find(id).map(records::standing);
    }

    /**
     * Whom a reference names; a portal asks for its own source system only.
     *
     * @throws ProblemException 404 as {@link #require}, and where the record is protected and the reference not the
     *     actor's own: it would tie a known person to her alias
     */
    Participant require(Reference reference) {
        return naming.named(reference).orElseThrow(ProblemException::notFound);
    }

    /**
     * Registers whom a reference names, or changes her: the portal owns its record, and sends it whole or in part.
     *
     * @param told fields of a registration; those left out stay as they are
     * @param precondition goes on only if the version of whom the reference names already is the one that was meant
     */
    Upserted upsert(Reference reference, JsonNode told, LongConsumer precondition) {
        admit(reference, told);
        turns.take(reference);
        Optional<Participant> asked = naming.bearer(reference);
        if (asked.isPresent()) {
            Participant known = records.standing(asked.get());
            long before = known.version;
            precondition.accept(before);
            Set<String> changed = changes.apply(known, asked.get(), told, protection.owns(reference));
            return new Upserted(known, false, before, changed);
        }
        RegisterParticipant form = merge.apply(null, told, RegisterParticipant.class);
        Participant registered = registration.register(form, List.of(reference), List.of(), "");
        return new Upserted(registered, true, 0, Forms.mentioned(told));
    }

    /**
     * Goes on only if the actor may speak of whom a reference names, in this way.
     *
     * @throws ProblemException 404 for another portal's reference; 422 for consents without a date
     */
    void admit(Reference reference, JsonNode told) {
        if (actor.get().sourceSystem().isPresent() && !protection.owns(reference)) {
            throw ProblemException.notFound();
        }
        demandDates(told);
    }

    /** A portal sends its records again and again: an undated consent among them would undo a later withdrawal. */
    private static void demandDates(JsonNode told) {
        Faults faults = new Faults("");
        JsonNode consents = told == null ? MissingNode.getInstance() : told.path("consents");
        for (int i = 0; i < consents.size(); i++) {
            if (!consents.path(i).hasNonNull("at")) {
                faults.add("/consents/" + i + "/at", "required", "es obligatoria aquí", "is required here");
            }
        }
        faults.refuse();
    }
}

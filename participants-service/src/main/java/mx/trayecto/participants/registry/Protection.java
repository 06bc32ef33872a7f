package mx.trayecto.participants.registry;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.participants.consents.GiveConsent;
import mx.trayecto.participants.references.Reference;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.CurrentActor;

/**
 * Who may see more of a protected record than its alias and her state. Who may not may not change her identity blind
 * either, nor bring it to light.
 */
@ApplicationScoped
class Protection {
    /**
     * The fields that say who she is, and those whose refusal would: an alias is compared with her names, gender with her
     * CURP, residence with her locality, dates with her birth, and references with those that she has.
     */
    private static final Set<String> IDENTITY = Set.of(
            "givenName",
            "firstSurname",
            "secondSurname",
            "birthDate",
            "birthState",
            "curp",
            "phone",
            "email",
            "safeContact",
            "residence",
            "alias",
            "gender",
            "registeredOn",
            "effective",
            "occupation",
            "householdId",
            "guardian",
            "references");

    @Inject
    CurrentActor actor;

    /** Whether the actor may see more of her than alias and state. */
    boolean open(Participant p) {
        return !p.protectedRecord || sees();
    }

    /** Whether the actor may be told whose reference this is: the portal that gave it knows. It may be null. */
    boolean open(Participant p, Reference reference) {
        return open(p) || reference != null && owns(reference);
    }

    /** Whether the actor sees protected records as it sees others. */
    boolean sees() {
        return actor.get().may(Scopes.IDENTITY);
    }

    /** Whether the actor is the portal that gave the reference. */
    boolean owns(Reference reference) {
        return actor.get()
                .sourceSystem()
                .filter(reference.sourceSystem()::equals)
                .isPresent();
    }

    /**
     * Goes on only if the actor may make this change.
     *
     * @param hidden whether the record is to be protected afterwards
     * @param mentioned the fields that would change
     * @throws ProblemException 403 where the record is protected and its identity or its protection would change
     */
    void guard(Participant p, boolean hidden, Collection<String> mentioned) {
        boolean touches = !hidden || mentioned.stream().anyMatch(IDENTITY::contains);
        guard(p, touches);
    }

    /**
     * Goes on only if the actor may tell this of her consents.
     *
     * @throws ProblemException 403 where the record is protected and the consent would tell her age
     */
    void guard(Participant p, List<GiveConsent> given) {
        guard(p, given.stream().anyMatch(consent -> consent.purpose().tellsAge()));
    }

    /**
     * Goes on only if the actor may know that these records are of one woman, or of two.
     *
     * @throws ProblemException 403 where one is protected and the actor may not see it
     */
    void guardMerge(Participant one, Participant other) {
        guard(one, true);
        guard(other, true);
    }

    private void guard(Participant p, boolean touches) {
        if (touches && !open(p)) {
            throw ProblemException.of(ParticipantProblem.PROTECTED)
                    .detail(
                            "Su identidad y su protección solo las cambia quien tiene acceso a ella.",
                            "Her identity and her protection are changed only by those with access to it.");
        }
    }
}

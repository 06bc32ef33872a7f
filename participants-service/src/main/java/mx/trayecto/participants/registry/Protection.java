package mx.trayecto.participants.registry;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.participants.breakglass.IdentityAccesses;
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

    @Inject
    IdentityAccesses accesses;

    /** Whether the actor may see more of her than alias and state: of a protected record only under an access to it. */
    boolean open(Participant p) {
        return open(p.id, p.protectedRecord);
    }

    private boolean open(UUID id, boolean hidden) {
        return !hidden || accesses.live(List.of(id)).containsKey(id);
    }

    /** The access under which the actor sees who a protected person is. */
    Optional<UUID> access(Participant p) {
        return Optional.ofNullable(accesses(List.of(p)).get(p.id));
    }

    /** The same of many: those protected records that are open to the actor now, each with its access. */
    Map<UUID, UUID> accesses(Collection<Participant> people) {
        return accesses.live(
                people.stream().filter(p -> p.protectedRecord).map(p -> p.id).toList());
    }

    /** All protected records that are open to the actor now. */
    Set<UUID> opened() {
        return accesses.live().keySet();
    }

    /** Whether the actor may be told whose reference this is: the portal that gave it knows. It may be null. */
    boolean open(Participant p, Reference reference) {
        return open(p.id, p.protectedRecord, reference);
    }

    /** The same of a person who was not read. */
    boolean open(UUID id, boolean hidden, Reference reference) {
        return reference != null && owns(reference) || open(id, hidden);
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
     * Goes on only if the actor may know what else is known of her.
     *
     * @throws ProblemException 403 where the record is protected and the actor may not see it
     */
    void demand(Participant p) {
        guard(p, true);
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

    /**
     * Goes on only if the actor may do what is done to all of her records.
     *
     * @throws ProblemException 403 where she is protected and the actor may not see her
     */
    void guardAll(Participant p) {
        guard(p, true);
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

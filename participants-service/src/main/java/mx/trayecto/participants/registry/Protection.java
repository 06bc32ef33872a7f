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
 * Who may see more of a protected record than its alias and her state. Who may not may not change blind what is hidden
 * either, nor bring it to light.
 */
@ApplicationScoped
class Protection {
    /**
     * All that may be told blind: her consents are shown to everybody, and which centre serves her does not hang on what
     * she is. Any other field would be answered by whether it is new, and so tell what stands in it.
     */
    private static final Set<String> BLIND = Set.of("protected", "consents", "center");

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
     * Goes on only if the actor may speak of these fields, whatever would be told of them.
     *
     * @throws ProblemException 403 where the record is protected and one of them is hidden
     */
    void guard(Participant p, Set<String> mentioned) {
        guardIf(p, !BLIND.containsAll(mentioned));
    }

    /**
     * Goes on only if the actor may leave the record so.
     *
     * @param hidden whether it is to be protected afterwards
     * @throws ProblemException 403 where it is protected and would not be
     */
    void guard(Participant p, boolean hidden) {
        guardIf(p, !hidden);
    }

    /**
     * Goes on only if the actor may tell this of her consents.
     *
     * @throws ProblemException 403 where the record is protected and the consent would tell her age
     */
    void guard(Participant p, List<GiveConsent> given) {
        guardIf(p, given.stream().anyMatch(consent -> consent.purpose().tellsAge()));
    }

    /**
     * Goes on only if the actor may know what else is known of her.
     *
     * @throws ProblemException 403 where the record is protected and the actor may not see it
     */
    void demand(Participant p) {
        guardIf(p, true);
    }

    /**
     * Goes on only if the actor may know that these records are of one woman, or of two.
     *
     * @throws ProblemException 403 where one is protected and the actor may not see it
     */
    void guardMerge(Participant one, Participant other) {
        guardIf(one, true);
        guardIf(other, true);
    }

    /**
     * Goes on only if the actor may do what is done to all of her records.
     *
     * @throws ProblemException 403 where she is protected and the actor may not see her
     */
    void guardAll(Participant p) {
        guardIf(p, true);
    }

    private void guardIf(Participant p, boolean touches) {
        if (touches && !open(p)) {
            throw ProblemException.of(ParticipantProblem.PROTECTED)
                    .detail(
                            "Lo que se sabe de ella y su protección solo los cambia quien tiene acceso a ella.",
                            "What is known of her and her protection are changed only by those with access to her.");
        }
    }
}

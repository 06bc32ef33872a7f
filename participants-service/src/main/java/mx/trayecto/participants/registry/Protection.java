package mx.trayecto.participants.registry;

import java.util.Collection;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.CurrentActor;

/** Who may not see a protected identity may not change it blind either, nor bring it to light. */
@ApplicationScoped
class Protection {
    /** The fields that say who she is, those within objects by their own names. */
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
            "locality",
            "address",
            "occupation",
            "householdId",
            "guardian");

    @Inject
    CurrentActor actor;

    /**
     * Goes on only if the actor may make this change.
     *
     * @param hidden whether the record is to be protected afterwards
     * @param mentioned the fields that would change
     * @throws ProblemException 403 where the record is protected and its identity or its protection would change
     */
    void guard(Participant p, boolean hidden, Collection<String> mentioned) {
        boolean touches = !hidden || mentioned.stream().anyMatch(IDENTITY::contains);
        if (p.protectedRecord && touches && !actor.get().may(Scopes.IDENTITY)) {
            throw ProblemException.of(ParticipantProblem.PROTECTED)
                    .detail(
                            "Su identidad y su protección solo las cambia quien tiene acceso a ella.",
                            "Her identity and her protection are changed only by those with access to it.");
        }
    }
}

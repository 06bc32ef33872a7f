package mx.trayecto.programs.access;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.Actor;
import mx.trayecto.platform.tenancy.CurrentActor;

/**
 * How far the current actor's writing reaches. The row policies hold the same line below.
 *
 * <p>Reading: there is no scope of its own for what programmes are made of. Whoever works with participants, enrolments,
 * programmes or indicators, and the administrator, may read it; nothing of it is personal. Staff, which is, and
 * memberships are read by whoever writes programmes (memberships by the administrator too).
 */
@ApplicationScoped
public class Reach {
    @Inject
    CurrentActor current;

    /**
     * The tenant, for changing what all its centres share.
     *
     * @throws ProblemException 403 for whoever is limited to some centres or to a portal's records
     */
    public UUID wholeTenant() {
        if (!wholly()) {
            throw ProblemException.of(CommonProblem.FORBIDDEN)
                    .detail(
                            "El token está limitado a centros o a un portal; esto es de toda la institución.",
                            "The token is limited to centres or to a portal; this belongs to the whole tenant.");
        }
        return current.get().tenant();
    }

    /**
     * For what a portal may do with its own records, which are all that the row policies show it, and staff by their scope.
     *
     * @throws ProblemException 403 for whoever is neither
     */
    public void scopeOrPortal(String scope) {
        if (!current.get().may(scope) && !portal()) {
            throw ProblemException.of(CommonProblem.FORBIDDEN);
        }
    }

    /** Whether the actor is limited to a portal's records. */
    public boolean portal() {
        return current.get().sourceSystem().isPresent();
    }

    /** Whether the actor is limited neither to centres nor to a portal's records. */
    public boolean wholly() {
        Actor actor = current.get();
        return actor.centers().isEmpty() && actor.sourceSystem().isEmpty();
    }

    /**
     * The tenant, for changing what belongs to one centre, or to none where null.
     *
     * @throws ProblemException 403 for whoever is limited to other centres
     */
    public UUID center(UUID center) {
        Actor actor = current.get();
        if (actor.centers().isEmpty() || center == null) {
            return wholeTenant();
        }
        if (actor.sourceSystem().isPresent() || !actor.centers().contains(center)) {
            throw ProblemException.of(CommonProblem.FORBIDDEN)
                    .detail("El token está limitado a otros centros.", "The token is limited to other centres.");
        }
        return actor.tenant();
    }
}

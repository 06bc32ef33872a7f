package mx.trayecto.participants.breakglass;

import mx.trayecto.platform.problem.ProblemType;

/** What can stand in the way of opening a record, or of a review. */
public final class AccessProblem {
    public static final ProblemType NOT_PROTECTED =
            new ProblemType(409, "not-protected", "El registro no está protegido", "The record is not protected");
    static final ProblemType OWN_ACCESS = new ProblemType(
            409, "own-access", "Nadie revisa su propio acceso", "Nobody reviews an access of their own");
    static final ProblemType REVIEWED =
            new ProblemType(409, "already-reviewed", "El acceso ya fue revisado", "The access was reviewed already");

    private AccessProblem() {}
}

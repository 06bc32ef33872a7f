package mx.trayecto.participants.collectives;

import mx.trayecto.platform.problem.ProblemType;

/** What can stand in the way of a membership. */
final class CollectiveProblem {
    static final ProblemType ALREADY_MEMBER = new ProblemType(
            409, "already-member", "Ya es integrante en ese tiempo", "She is a member at that time already");
    static final ProblemType DISSOLVED =
            new ProblemType(409, "collective-dissolved", "La colectiva se disolvió", "The collective was dissolved");
    static final ProblemType LEFT =
            new ProblemType(409, "membership-ended", "Ya dejó la colectiva", "She has left the collective already");

    private CollectiveProblem() {}
}

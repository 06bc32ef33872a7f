package mx.trayecto.participants.references;

import mx.trayecto.platform.problem.ProblemType;

/** What can stand in the way of a reference. */
public final class ReferenceProblem {
    public static final ProblemType TAKEN = new ProblemType(
            409,
            "reference-taken",
            "La referencia ya nombra a otra persona",
            "The reference names another person already");

    private ReferenceProblem() {}
}

package mx.trayecto.participants.duplicates;

import mx.trayecto.platform.problem.ProblemType;

/** What can stand in the way of a decision on a pair. */
final class DuplicateProblem {
    static final ProblemType MERGED =
            new ProblemType(409, "records-merged", "Los registros están unidos", "The records are merged");

    private DuplicateProblem() {}
}

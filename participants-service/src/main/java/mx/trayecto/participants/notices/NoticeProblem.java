package mx.trayecto.participants.notices;

import mx.trayecto.platform.problem.ProblemType;

/** What can stand in the way of a notice. */
final class NoticeProblem {
    static final ProblemType PUBLISHED = new ProblemType(
            409, "notice-published", "Esa versión del aviso ya está publicada", "That version is published already");

    private NoticeProblem() {}
}

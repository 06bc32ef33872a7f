package mx.trayecto.programs.participant;

import mx.trayecto.platform.problem.ProblemType;

/** Why nothing more is written down about a participant. */
final class ParticipantProblem {
    static final ProblemType SUPPRESSED = new ProblemType(
            409,
            "participant-suppressed",
            "Los datos de la participante fueron suprimidos",
            "The participant's data were suppressed");

    private ParticipantProblem() {}
}

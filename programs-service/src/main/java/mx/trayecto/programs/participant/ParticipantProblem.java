package mx.trayecto.programs.participant;

import mx.trayecto.platform.problem.ProblemType;

/** Why nothing more is written down about a participant. */
enum ParticipantProblem implements ProblemType {
    SUPPRESSED;

    @Override
    public String code() {
        return "participant-suppressed";
    }

    @Override
    public int status() {
        return 409;
    }

    @Override
    public String es() {
        return "Los datos de la participante fueron suprimidos";
    }

    @Override
    public String en() {
        return "The participant's data were suppressed";
    }
}

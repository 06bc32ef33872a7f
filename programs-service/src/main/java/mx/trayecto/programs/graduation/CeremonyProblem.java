package mx.trayecto.programs.graduation;

import mx.trayecto.platform.problem.ProblemType;

/** Why a ceremony is refused. */
enum CeremonyProblem implements ProblemType {
    NO_GRADUATES;

    @Override
    public String code() {
        return "no-graduates";
    }

    @Override
    public int status() {
        return 409;
    }

    @Override
    public String es() {
        return "La generación no tiene graduadas";
    }

    @Override
    public String en() {
        return "The cohort has no graduates";
    }
}

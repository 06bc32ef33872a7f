package mx.trayecto.participants.applications;

import mx.trayecto.platform.problem.ProblemType;

/** What can stand in the way of an application. */
enum ApplicationProblem implements ProblemType {
    ALREADY_APPLIED;

    @Override
    public String code() {
        return "already-applied";
    }

    @Override
    public int status() {
        return 409;
    }

    @Override
    public String es() {
        return "Ya tiene una solicitud en curso para esta generación";
    }

    @Override
    public String en() {
        return "She has an application for this cohort already";
    }
}

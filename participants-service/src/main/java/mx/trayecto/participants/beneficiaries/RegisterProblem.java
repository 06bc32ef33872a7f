package mx.trayecto.participants.beneficiaries;

import mx.trayecto.platform.problem.ProblemType;

/** What can stand in the way of a register. */
final class RegisterProblem {
    static final ProblemType CODE_TAKEN = new ProblemType(
            409, "register-code-taken", "Ya hay un padrón con esa clave", "There is a register of that code already");

    private RegisterProblem() {}
}

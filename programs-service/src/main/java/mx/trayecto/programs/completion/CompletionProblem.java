package mx.trayecto.programs.completion;

import mx.trayecto.platform.problem.ProblemType;

/** Why a completed module is refused. */
final class CompletionProblem {
    static final ProblemType RECORDED = new ProblemType(
            409,
            "completion-recorded",
            "El módulo está registrado como completado otro día o por otra fuente",
            "The module is recorded as completed on another day or by another source");
    static final ProblemType REVOKED =
            new ProblemType(409, "completion-revoked", "El registro ya se revocó", "The completion was revoked before");
    static final ProblemType GRADUATED = new ProblemType(
            409,
            "completion-graduated",
            "Se graduó con este módulo: revoque antes la graduación",
            "She graduated on this module: revoke the graduation first");
    static final ProblemType RELIED_ON = new ProblemType(
            409,
            "completion-relied-on",
            "Otros módulos que completó van después de este: revóquelos antes",
            "Other modules that she completed come after this one: revoke them first");

    private CompletionProblem() {}
}

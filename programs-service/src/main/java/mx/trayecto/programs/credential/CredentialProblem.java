package mx.trayecto.programs.credential;

import mx.trayecto.platform.problem.ProblemType;

/** Why no credential is issued or printed, or none is verified. */
final class CredentialProblem {
    static final ProblemType NOT_GRADUATED =
            new ProblemType(409, "not-graduated", "No se ha graduado", "She has not graduated");
    static final ProblemType REVOKED =
            new ProblemType(409, "credential-revoked", "La credencial se revocó", "The credential is revoked");
    static final ProblemType KEY_WITHDRAWN = new ProblemType(
            410,
            "issuer-key-withdrawn",
            "La llave se retiró: nada de lo que firmó es de fiar",
            "The key was withdrawn: nothing that it signed is to be believed");

    private CredentialProblem() {}
}

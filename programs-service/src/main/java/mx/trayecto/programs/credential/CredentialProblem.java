package mx.trayecto.programs.credential;

import mx.trayecto.platform.problem.ProblemType;

/** Why no credential is issued or printed. */
final class CredentialProblem {
    static final ProblemType NOT_GRADUATED =
            new ProblemType(409, "not-graduated", "No se ha graduado", "She has not graduated");
    static final ProblemType REVOKED =
            new ProblemType(409, "credential-revoked", "La credencial se revocó", "The credential is revoked");
    static final ProblemType LIST_FULL = new ProblemType(
            409,
            "status-list-full",
            "El emisor ya otorgó cuantas credenciales caben en su lista",
            "The issuer has issued as many credentials as its status list holds");

    private CredentialProblem() {}
}

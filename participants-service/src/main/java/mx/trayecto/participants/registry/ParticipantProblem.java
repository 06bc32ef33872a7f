package mx.trayecto.participants.registry;

import mx.trayecto.platform.problem.ProblemType;

/** What can stand in the way of a registration or a change. */
final class ParticipantProblem {
    static final ProblemType DUPLICATE_CURP =
            new ProblemType(409, "duplicate-curp", "La CURP ya está registrada", "The CURP is registered already");
    static final ProblemType LATER_CHANGE =
            new ProblemType(409, "later-change", "Hay un cambio posterior registrado", "A later change is recorded");
    static final ProblemType UNREADABLE =
            new ProblemType(409, "identity-suppressed", "Sus datos fueron suprimidos", "Her data have been suppressed");
    static final ProblemType ALREADY_MERGED = new ProblemType(
            409, "already-merged", "El registro ya se unió a otro", "The record was merged into another already");
    static final ProblemType ALREADY_REVERSED =
            new ProblemType(409, "already-reversed", "La unión ya se deshizo", "The merge was taken back already");
    static final ProblemType NO_GUARDIAN_CONSENT = new ProblemType(
            409,
            "guardian-consent-missing",
            "Falta el consentimiento de quien ejerce la tutela",
            "The guardian's consent is missing");
    static final ProblemType PROTECTED =
            new ProblemType(403, "protected-record", "El registro está protegido", "The record is protected");

    private ParticipantProblem() {}
}

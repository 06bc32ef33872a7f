package mx.trayecto.participants.registry;

import mx.trayecto.platform.problem.ProblemType;

/** What can stand in the way of a registration or a change. */
enum ParticipantProblem implements ProblemType {
    DUPLICATE_CURP(409, "duplicate-curp", "La CURP ya está registrada", "The CURP is registered already"),
    LATER_CHANGE(409, "later-change", "Hay un cambio posterior registrado", "A later change is recorded"),
    UNREADABLE(409, "identity-suppressed", "Sus datos fueron suprimidos", "Her data have been suppressed"),
    PROTECTED(403, "protected-record", "El registro está protegido", "The record is protected");

    private final int status;
    private final String code;
    private final String es;
    private final String en;

    ParticipantProblem(int status, String code, String es, String en) {
        this.status = status;
        this.code = code;
        this.es = es;
        this.en = en;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String es() {
        return es;
    }

    @Override
    public String en() {
        return en;
    }
}

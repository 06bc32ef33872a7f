package mx.trayecto.participants.references;

import mx.trayecto.platform.problem.ProblemType;

/** What can stand in the way of a reference. */
public enum ReferenceProblem implements ProblemType {
    TAKEN;

    @Override
    public String code() {
        return "reference-taken";
    }

    @Override
    public int status() {
        return 409;
    }

    @Override
    public String es() {
        return "La referencia ya nombra a otra persona";
    }

    @Override
    public String en() {
        return "The reference names another person already";
    }
}

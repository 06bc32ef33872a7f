package mx.trayecto.participants.registry;

import mx.trayecto.participants.curp.CurpFault;
import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;

/** Collects what is wrong with a request, so that all of it is told at once. */
public final class Faults {
    private final ProblemException problem = ProblemException.of(CommonProblem.VALIDATION);
    private final String at;

    /** @param at pointer to the object that the faults' own pointers start from; empty for the body itself */
    public Faults(String at) {
        this.at = at;
    }

    public void add(String pointer, String code, String es, String en) {
        problem.error(at + pointer, code, es, en);
    }

    /** Adds a parameter that has not the form it must have. */
    void unless(boolean formed, String parameter) {
        if (!formed) {
            add(parameter, "pattern", "no tiene la forma debida", "does not have the form it must have");
        }
    }

    void add(String pointer, CurpFault fault) {
        add(pointer, fault.code(), fault.es(), fault.en());
    }

    /** @throws ProblemException 422 where anything was added */
    public void refuse() {
        if (problem.hasErrors()) {
            throw problem;
        }
    }
}

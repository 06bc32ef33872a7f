package mx.trayecto.indicators.statement;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import mx.trayecto.indicators.period.Period;
import mx.trayecto.platform.problem.ProblemException;

/** Rules of statements that no single field can check. */
public final class Statements {
    private Statements() {}

    /** Adds an error where a statement, if there is one, contradicts itself or names a period that is none. */
    public static void check(String pointer, Statement statement, ProblemException faults) {
        if (statement == null || statement.kind() == null) {
            return;
        }
        if (!statement.coherent()) {
            faults.error(
                    pointer,
                    "statement",
                    "debe llevar number si es número, text si es texto, y nada más si no aplica",
                    "must carry number if a number, text if a text, and neither if not applicable");
        }
        if (statement.period() != null) {
            try {
                Period.parse(statement.period());
            } catch (ProblemException none) {
                faults.error(pointer + "/period", "period", "no es un periodo", "is no period");
            }
        }
    }

    /** Adds errors for each, and for periods stated twice. */
    public static void check(String pointer, List<Statement> statements, ProblemException faults) {
        Set<String> periods = new HashSet<>();
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            check(pointer + "/" + i, statement, faults);
            if (!periods.add(statement.ofWholeTerm() ? Period.ALL.text() : statement.period())) {
                faults.error(
                        pointer + "/" + i + "/period",
                        "duplicate",
                        "el periodo está repetido",
                        "the period is repeated");
            }
        }
    }
}

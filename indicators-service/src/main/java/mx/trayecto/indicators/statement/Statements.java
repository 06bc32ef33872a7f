package mx.trayecto.indicators.statement;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
        if (periodName(statement).isEmpty()) {
            faults.error(pointer + "/period", "period", "no es un periodo", "is no period");
        }
    }

    /** Empty where the period is none. */
    private static Optional<String> periodName(Statement statement) {
        try {
            return Optional.of(statement.periodName());
        } catch (ProblemException none) {
            return Optional.empty();
        }
    }

    /** Adds errors for each, and for periods stated twice. */
    public static void check(String pointer, List<Statement> statements, ProblemException faults) {
        Set<String> periods = new HashSet<>();
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            check(pointer + "/" + i, statement, faults);
            if (periodName(statement).filter(name -> !periods.add(name)).isPresent()) {
                faults.error(
                        pointer + "/" + i + "/period",
                        "duplicate",
                        "el periodo está repetido",
                        "the period is repeated");
            }
        }
    }
}

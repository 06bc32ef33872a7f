package mx.trayecto.participants.geography;

import java.time.DateTimeException;
import java.time.LocalDate;

import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;

/** Reads parameters of a request; all that is wrong with them is told at once. */
final class Parameters {
    private final ProblemException faults = ProblemException.of(CommonProblem.VALIDATION);

    /** A text of a form; null where it was not sent. */
    String formed(String name, String value, String form) {
        if (value != null && !value.matches(form)) {
            faults.error(name, "pattern", "no tiene la forma debida", "does not have the form it must have");
        }
        return value;
    }

    String required(String name, String value, String form) {
        if (value == null) {
            faults.error(name, "required", "es obligatorio", "is required");
        }
        return formed(name, value, form);
    }

    /** A day in ISO 8601; null where none was sent. */
    LocalDate day(String name, String value) {
        if (value != null && value.matches("\\d{4}-\\d{2}-\\d{2}")) {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeException noSuchDay) {
                // told below, like any other text that is none
            }
        }
        if (value != null) {
            faults.error(name, "date", "debe ser una fecha AAAA-MM-DD", "must be a date YYYY-MM-DD");
        }
        return null;
    }

    /** @throws ProblemException 422 where anything was wrong */
    void refuse() {
        if (faults.hasErrors()) {
            throw faults;
        }
    }
}

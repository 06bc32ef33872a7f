package mx.trayecto.programs.field;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.exception.ConstraintViolationException;

import mx.trayecto.platform.problem.ProblemException;

/** Stores what must differ from all others of its kind in one field. The database decides, so that no two pass at once. */
public final class Unique {
    private static final String UNIQUE_VIOLATION = "23505";

    private Unique() {}

    /**
     * Stores an entity, new or changed.
     *
     * @param pointer the field that must differ
     * @throws ProblemException 409 where another has the same
     */
    public static void store(PanacheEntityBase entity, String pointer) {
        try {
            entity.persistAndFlush();
        } catch (ConstraintViolationException refused) {
            if (!UNIQUE_VIOLATION.equals(refused.getSQLState())) {
                throw refused;
            }
            throw ProblemException.of(FieldProblem.TAKEN)
                    .error(pointer, "already-exists", "ya está en uso", "is already in use");
        }
    }
}

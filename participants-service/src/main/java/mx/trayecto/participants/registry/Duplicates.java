package mx.trayecto.participants.registry;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;

import org.hibernate.exception.ConstraintViolationException;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.storage.Sql;

/**
 * Says that a CURP is registered already, and of whose record nothing at all: whether the caller sees it, it is protected,
 * blocked, of another centre or of another portal, the answer is the same, and so is the work. Named only where the caller
 * may see it, its record would be protected wherever it is not named. Who may see it finds it by that CURP. Of another
 * tenant nothing is said.
 */
@ApplicationScoped
class Duplicates {
    @Inject
    Sql sql;

    @Inject
    EntityManager database;

    /** @throws ProblemException 409 where a record of the tenant has this token */
    void refuse(byte[] curp, String at) {
        if (taken(curp)) {
            throw refusal(at);
        }
    }

    /** Whether a record of the tenant has this token; null is nobody's. */
    boolean taken(byte[] curp) {
        return curp != null && !taken(List.of(curp)).isEmpty();
    }

    /** Those of the tokens that a record of the tenant has, whether or not the caller may be told of it. */
    Set<ByteBuffer> taken(Collection<byte[]> curps) {
        Object tokens = curps.toArray(byte[][]::new);
        return Set.copyOf(
                sql.list("SELECT held FROM curps_held(?) AS held", row -> ByteBuffer.wrap(row.getBytes(1)), tokens));
    }

    /**
     * Writes pending changes: the unique key refuses what was not there yet for {@link #refuse}.
     *
     * @throws ProblemException 409 as there
     */
    void flush(String at) {
        try {
            database.flush();
        } catch (PersistenceException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof ConstraintViolationException taken
                        && "participant_curp".equals(taken.getConstraintName())) {
                    throw refusal(at);
                }
            }
            throw e;
        }
    }

    ProblemException refusal(String at) {
        return ProblemException.of(ParticipantProblem.DUPLICATE_CURP)
                .detail(
                        "Búsquela por su CURP; si no la encuentra, consulte a la persona responsable de la protección de datos.",
                        "Search for her by the CURP; if you do not find her, ask the person in charge of data protection.")
                .error(at + "/curp", "duplicate-curp", "ya está registrada", "is registered already");
    }
}

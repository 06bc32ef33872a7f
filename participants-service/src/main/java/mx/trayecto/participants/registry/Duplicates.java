package mx.trayecto.participants.registry;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;

import org.hibernate.exception.ConstraintViolationException;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.CurrentActor;

/**
 * Says that a CURP is registered already. The record is named only to those who would find it by searching for that
 * CURP: not one of another tenant (there nothing is said at all), not one outside the caller's compartment, not a
 * protected one, whose alias would otherwise be tied to a name.
 */
@ApplicationScoped
class Duplicates {
    @Inject
    CurrentActor actor;

    @Inject
    Compartments compartments;

    @Inject
    Sql sql;

    @Inject
    EntityManager database;

    /** @throws ProblemException 409 where a record that the caller may find has this token */
    void refuse(byte[] curp, String at) {
        if (curp == null) {
            return;
        }
        Participant.<Participant>find(
                        "tenantId = ?1 and curpToken = ?2 and not protectedRecord",
                        actor.get().tenant(),
                        curp)
                .firstResultOptional()
                .ifPresent(known -> {
                    throw visible(known.mergedInto == null ? known.id : known.mergedInto, at);
                });
    }

    /** Those of the tokens that a record of the tenant has, whether or not the caller may be told of it. */
    Set<ByteBuffer> taken(Collection<byte[]> curps) {
        return Set.copyOf(compartments.beyond(() -> sql.list(
                "SELECT curp_token FROM participant WHERE tenant_id = ? AND curp_token = ANY (?)",
                row -> ByteBuffer.wrap(row.getBytes(1)),
                actor.get().tenant(),
                curps.toArray(byte[][]::new))));
    }

    /**
     * Writes pending changes: the unique key refuses what {@link #refuse} could not see, or not yet.
     *
     * @throws ProblemException 409 that names nobody
     */
    void flush(String at) {
        try {
            database.flush();
        } catch (PersistenceException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof ConstraintViolationException taken
                        && "participant_curp".equals(taken.getConstraintName())) {
                    throw hidden(at);
                }
            }
            throw e;
        }
    }

    private static ProblemException visible(UUID id, String at) {
        String path = "/v1/participants/" + id;
        return told(at, "El registro es " + path + ".", "The record is " + path + ".")
                .header("Location", path);
    }

    private static ProblemException hidden(String at) {
        return told(
                at,
                "Consulte a la persona responsable de la protección de datos.",
                "Ask the person in charge of data protection.");
    }

    private static ProblemException told(String at, String es, String en) {
        return ProblemException.of(ParticipantProblem.DUPLICATE_CURP)
                .detail(es, en)
                .error(at + "/curp", "duplicate-curp", "ya está registrada", "is registered already");
    }
}

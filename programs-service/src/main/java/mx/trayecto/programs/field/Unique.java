package mx.trayecto.programs.field;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.FlushModeType;
import jakarta.persistence.TypedQuery;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkus.hibernate.orm.panache.Panache;
import org.hibernate.exception.ConstraintViolationException;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.TenantEntity;

/**
 * Stores what must differ from all others of its kind. The refusal says where the other is, which whoever writes such
 * things may read; where two come at the same time the database decides.
 */
public final class Unique {
    private static final String UNIQUE_VIOLATION = "23505";

    private Unique() {}

    /**
     * Stores an entity, new or changed.
     *
     * @param pointer the field that must differ
     * @param collection path of the others
     * @param own by attribute, what no other has together
     * @throws ProblemException 409 where another has the same
     */
    public static void store(TenantEntity entity, String pointer, String collection, Map<String, ?> own) {
        other(entity, own).ifPresent(id -> {
            throw taken(pointer).header(HttpHeaders.LOCATION, collection + "/" + id);
        });
        try {
            entity.persistAndFlush();
        } catch (ConstraintViolationException refused) {
            if (!UNIQUE_VIOLATION.equals(refused.getSQLState())) {
                throw refused;
            }
            throw taken(pointer);
        }
    }

    /** As far as the caller sees, and before the entity itself is written. */
    private static Optional<UUID> other(TenantEntity entity, Map<String, ?> own) {
        String same = own.keySet().stream()
                .map(attribute -> " and " + attribute + " = :" + attribute)
                .collect(Collectors.joining());
        TypedQuery<UUID> others = Panache.getEntityManager()
                .createQuery(
                        "select id from " + entity.getClass().getSimpleName() + " where id <> :self" + same, UUID.class)
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("self", entity.id);
        own.forEach(others::setParameter);
        return others.getResultStream().findFirst();
    }

    private static ProblemException taken(String pointer) {
        return ProblemException.of(FieldProblem.TAKEN)
                .error(pointer, "already-exists", "ya está en uso", "is already in use");
    }
}

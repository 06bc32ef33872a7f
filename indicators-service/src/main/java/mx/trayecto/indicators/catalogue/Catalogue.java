package mx.trayecto.indicators.catalogue;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.text.Bilingual;

/** Agreements, programmes, centres and cohorts of the tenant, as far as their snapshots have arrived. */
@ApplicationScoped
public class Catalogue {
    @Inject
    EntityManager database;

    /** What can be named. */
    public enum Kind {
        AGREEMENT("agreement"),
        PROGRAM("program"),
        CENTER("center"),
        COHORT("cohort");

        private final String code;

        Kind(String code) {
            this.code = code;
        }
    }

    /** What people call something. */
    public record Name(String code, Bilingual title) {}

    /** Adds an error where an id, if there is one, names nothing known. */
    public void require(Kind kind, String pointer, UUID id, ProblemException faults) {
        if (id != null && !known(kind, Set.of(id)).containsKey(id)) {
            unknown(pointer, faults);
        }
    }

    /** Adds one error for each id that names nothing known; ids have no place in a set, so all share the pointer. */
    public void requireAll(Kind kind, String pointer, Set<UUID> ids, ProblemException faults) {
        if (ids != null && !known(kind, ids).keySet().containsAll(ids)) {
            unknown(pointer, faults);
        }
    }

    private static void unknown(String pointer, ProblemException faults) {
        faults.error(
                pointer,
                "unknown-reference",
                "no se conoce, o su evento aún no llega (espérelo con Trayecto-Min-Position)",
                "is not known, or its event has not arrived yet (wait for it with Trayecto-Min-Position)");
    }

    /** Names of those that are known. */
    public Map<UUID, Name> known(Kind kind, Collection<UUID> ids) {
        Map<UUID, Name> names = new HashMap<>();
        if (ids.isEmpty()) {
            return names;
        }
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery(
                        "SELECT id, code, title ->> 'es' AS es, title ->> 'en' AS en FROM catalogue"
                                + " WHERE kind = :kind AND id IN (:ids)",
                        Tuple.class)
                .setParameter("kind", kind.code)
                .setParameter("ids", ids)
                .getResultList();
        for (Tuple row : rows) {
            String es = row.get("es", String.class);
            names.put(
                    row.get("id", UUID.class),
                    new Name(
                            row.get("code", String.class),
                            es == null ? null : new Bilingual(es, row.get("en", String.class))));
        }
        return names;
    }
}

package mx.trayecto.indicators.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.indicators.fact.FactKind;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.text.Bilingual;

/** Agreements, programmes, centres and cohorts of the tenant, as far as their snapshots have arrived. */
@ApplicationScoped
public class Catalogue {
    @Inject
    Sql sql;

    /** What can be named. */
    public enum Kind {
        ORGANIZATION("organization"),
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

    /** Adds an error where an id, if there is one, is of no activity that is known as a campaign. */
    public void requireCampaign(String pointer, UUID id, ProblemException faults) {
        if (id != null
                && sql.ids(
                                "SELECT subject FROM fact WHERE subject = ? AND kind = ? AND form = 'campaign' AND live",
                                id,
                                FactKind.ACTIVITY.code())
                        .isEmpty()) {
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
        sql.list(
                "SELECT id, code, title ->> 'es', title ->> 'en' FROM catalogue WHERE kind = ? AND id = ANY (?)",
                row -> names.put(row.getObject(1, UUID.class), name(row)),
                kind.code,
                ids);
        return names;
    }

    private static Name name(ResultSet row) throws SQLException {
        String es = row.getString(3);
        return new Name(row.getString(2), es == null ? null : new Bilingual(es, row.getString(4)));
    }
}

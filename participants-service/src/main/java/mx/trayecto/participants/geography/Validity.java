package mx.trayecto.participants.geography;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.problem.ProblemType;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.CurrentActor;

/**
 * From which day a catalogue of a state holds, and whether it may. The first holds for all the time before it as well,
 * unless it is dated: nothing else is known of that time.
 */
@ApplicationScoped
class Validity {
    /** Stands for the beginning of time. */
    static final LocalDate EVER = LocalDate.of(1, 1, 1);

    private static final ProblemType INCOMPLETE = new ProblemType(
            422, "catalogue-incomplete", "El catálogo parece incompleto", "The catalogue seems incomplete");
    /** Of a hundred places of a state so many may be gone at once; and a handful always. */
    private static final int MOST_GONE = 10;

    private static final int HANDFUL = 5;

    @Inject
    Sql sql;

    @Inject
    CurrentActor actor;

    @Inject
    Today today;

    /**
     * The day from which a state's catalogue is to hold; it is written down as loaded.
     *
     * @param grouping of regions, each of which has a validity of its own; null of any other kind
     * @param told the caller's own, null where today is meant, or ever for the first
     * @throws ProblemException 422 where a later catalogue is loaded already
     */
    LocalDate begin(Catalogue kind, String grouping, String state, LocalDate told) {
        LocalDate latest = sql.first(
                        "SELECT valid_from FROM geography_catalogue WHERE kind = ? AND state = ?"
                                + " AND grouping IS NOT DISTINCT FROM ?::text"
                                + " ORDER BY valid_from DESC LIMIT 1",
                        row -> row.getObject(1, LocalDate.class),
                        kind.name(),
                        state,
                        grouping)
                .orElse(null);
        LocalDate from = told != null ? told : latest == null ? EVER : today.get();
        if (latest != null && from.isBefore(latest)) {
            throw ProblemException.of(CommonProblem.VALIDATION)
                    .error(
                            CatalogueRows.FROM,
                            "overtaken",
                            "hay un catálogo posterior de la entidad " + state,
                            "a later catalogue of state " + state + " is loaded");
        }
        sql.execute(
                "INSERT INTO geography_catalogue (kind, grouping, state, valid_from) VALUES (?, ?::text, ?, ?)",
                kind.name(),
                grouping,
                state,
                from);
        return from;
    }

    /** Refuses a catalogue that lacks so much of what there was that it is rather a part of one. */
    void guard(String state, int before, int gone) {
        if (gone > HANDFUL && gone * 100L > (long) before * MOST_GONE) {
            throw ProblemException.of(INCOMPLETE)
                    .detail(
                            "Faltan " + gone + " de " + before + " en la entidad " + state + ".",
                            gone + " of " + before + " are missing in state " + state + ".");
        }
    }

    int count(String query, Object... values) {
        return sql.first(query, row -> row.getInt(1), values).orElse(0);
    }

    UUID tenant() {
        return actor.get().tenant();
    }
}

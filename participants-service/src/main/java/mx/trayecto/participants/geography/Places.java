package mx.trayecto.participants.geography;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Recollection;
import mx.trayecto.platform.storage.Sql;

/** What the catalogues know of places. Every call runs in the caller's transaction. */
@ApplicationScoped
public class Places {
    /** Of each code when a catalogue first tells of its state and level, and every time in which the place exists. */
    private static final String KNOWN = """
            SELECT k.code, s.since, p.valid_from, p.valid_until
              FROM unnest(?::text[]) AS k (code)
             CROSS JOIN LATERAL (SELECT min(c.valid_from) AS since FROM geography_catalogue c
                                  WHERE c.kind = CASE length(k.code) WHEN 5 THEN ? ELSE ? END
                                    AND c.state = left(k.code, 2)) s
              LEFT JOIN geography_place p ON p.code = k.code""";

    @Inject
    Sql sql;

    @Inject
    Recollection recollection;

    /** A time in which a place exists; without an end where it still does. */
    private record Time(LocalDate from, LocalDate until) {
        boolean holds(LocalDate on) {
            return !from.isAfter(on) && (until == null || until.isAfter(on));
        }
    }

    /** What is known of a place: since when there is a catalogue, null where there is none, and when it exists. */
    private record Known(LocalDate since, List<Time> times) {
        boolean missing(LocalDate on) {
            return since != null && !since.isAfter(on) && times.stream().noneMatch(time -> time.holds(on));
        }
    }

    /** What a catalogue does not know. */
    public record Unknown(boolean municipality, boolean locality) {
        private static final Unknown NOTHING = new Unknown(false, false);
    }

    /**
     * Whether a residence existed on a day; where no catalogue of the state holds on it, that is not known.
     *
     * @param municipality well-formed; may be null
     * @param locality well-formed; may be null
     */
    public Unknown unknown(String municipality, String locality, LocalDate on) {
        if (municipality == null) {
            return Unknown.NOTHING;
        }
        look(locality == null ? List.of(municipality) : List.of(municipality, locality));
        Map<String, Known> known = recollection.of(Places.class);
        return new Unknown(
                known.get(municipality).missing(on),
                locality != null && known.get(locality).missing(on));
    }

    /**
     * Looks up many places at once, so that {@link #unknown} does not have to ask for each.
     *
     * @param codes well-formed
     */
    public void look(Collection<String> codes) {
        Map<String, Known> known = recollection.of(Places.class);
        Set<String> fresh = new TreeSet<>(codes);
        fresh.removeAll(known.keySet());
        if (fresh.isEmpty()) {
            return;
        }
        sql.list(
                KNOWN,
                row -> {
                    LocalDate since = row.getObject(2, LocalDate.class);
                    Known place = known.computeIfAbsent(row.getString(1), code -> new Known(since, new ArrayList<>()));
                    LocalDate from = row.getObject(3, LocalDate.class);
                    if (from != null) {
                        place.times().add(new Time(from, row.getObject(4, LocalDate.class)));
                    }
                    return null;
                },
                Columns.of(fresh).text(code -> code),
                Catalogue.MUNICIPALITIES.name(),
                Catalogue.LOCALITIES.name());
    }

    /** How a municipality or a locality is called, or was last; nothing where no catalogue knows it. */
    public Optional<String> name(String code) {
        return sql.first(
                "SELECT name FROM geography_place WHERE code = ? ORDER BY valid_from DESC LIMIT 1",
                row -> row.getString(1),
                code);
    }
}

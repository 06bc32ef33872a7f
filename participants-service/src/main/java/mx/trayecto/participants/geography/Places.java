package mx.trayecto.participants.geography;

import java.time.LocalDate;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.storage.Sql;

/** What the catalogues know of places. Every call runs in the caller's transaction. */
@ApplicationScoped
public class Places {
    private static final String UNKNOWN = "EXISTS (SELECT FROM geography_catalogue c WHERE c.kind = ? AND c.state = ?"
            + " AND c.valid_from <= ?) AND NOT EXISTS (SELECT FROM geography_place p WHERE p.code = ?"
            + " AND p.valid_from <= ? AND (p.valid_until IS NULL OR p.valid_until > ?))";

    @Inject
    Sql sql;

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
        String state = municipality.substring(0, 2);
        return sql.first(
                        "SELECT " + UNKNOWN + ", ?::text IS NOT NULL AND " + UNKNOWN,
                        row -> new Unknown(row.getBoolean(1), row.getBoolean(2)),
                        Catalogue.MUNICIPALITIES.name(),
                        state,
                        on,
                        municipality,
                        on,
                        on,
                        locality,
                        Catalogue.LOCALITIES.name(),
                        state,
                        on,
                        locality,
                        on,
                        on)
                .orElse(Unknown.NOTHING);
    }

    /** How a municipality or a locality is called, or was last; nothing where no catalogue knows it. */
    public Optional<String> name(String code) {
        return sql.first(
                "SELECT name FROM geography_place WHERE code = ? ORDER BY valid_from DESC LIMIT 1",
                row -> row.getString(1),
                code);
    }
}

package mx.trayecto.indicators.projection;

import java.time.LocalDate;
import java.util.UUID;

import mx.trayecto.indicators.fact.Place;

/**
 * What is known of a cohort, centre, programme, agreement or organization: enough to name it and to place facts.
 *
 * @param code what people call it: a cohort's code, an agreement's number; null once it is gone
 * @param title names as JSON, {@code {"es": …, "en": …}}; null if it has none
 * @param place for a cohort, where it belongs; for a centre, its agreement
 */
public record Entry(
        UUID tenant,
        Kind kind,
        UUID id,
        String code,
        String title,
        Place place,
        LocalDate startsOn,
        LocalDate endsOn,
        String municipality) {

    /** What an entry describes. */
    public enum Kind {
        ORGANIZATION("organization"),
        AGREEMENT("agreement"),
        CENTER("center"),
        PROGRAM("program"),
        COHORT("cohort");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** A thing that its owner has removed. */
    public static Entry gone(UUID tenant, Kind kind, UUID id) {
        return new Entry(tenant, kind, id, null, null, Place.NOWHERE, null, null, null);
    }
}

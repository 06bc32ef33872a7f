package mx.trayecto.indicators.fact;

import java.util.UUID;

/** Where in the programmes something happened; each may be null. */
public record Place(UUID program, UUID cohort, UUID center, UUID agreement) {
    public static final Place NOWHERE = new Place(null, null, null, null);
}

package mx.trayecto.indicators.projection;

import java.util.UUID;

/**
 * The last that is known of a participant.
 *
 * @param attributes dated coded attributes as JSON, {@code {"gender": [{"from": …, "value": …}]}}, oldest first; null
 *     once she is suppressed
 */
public record Snapshot(
        UUID tenant, UUID participant, UUID mergedInto, Integer birthYear, Integer birthMonth, String attributes) {

    /** A suppressed person: her facts stay, nothing is stated of her. */
    public static Snapshot suppressed(UUID tenant, UUID participant) {
        return new Snapshot(tenant, participant, null, null, null, null);
    }
}

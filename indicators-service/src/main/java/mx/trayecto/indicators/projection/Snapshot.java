package mx.trayecto.indicators.projection;

import java.util.UUID;

/**
 * The last that is known of a participant.
 *
 * @param mergedInto who she is a second record of; null for none, or, where she is suppressed, for what was last told
 * @param attributes dated coded attributes as JSON, {@code {"gender": [{"from": …, "value": …}]}}, oldest first; null
 *     where a tombstone is all that was told
 */
public record Snapshot(
        UUID tenant, UUID participant, UUID mergedInto, Integer birthYear, Integer birthMonth, String attributes) {
    private static final String NOTHING = "{}";

    /**
     * A suppressed person: her facts stay and nothing is stated of her, but whom she counts as stays as last told, or one
     * woman would become two.
     */
    public static Snapshot suppressed(UUID tenant, UUID participant) {
        return new Snapshot(tenant, participant, null, null, null, null);
    }

    /** A suppressed record that goes on to say whose second record it is. */
    public static Snapshot suppressed(UUID tenant, UUID participant, UUID mergedInto) {
        return new Snapshot(tenant, participant, mergedInto, null, null, NOTHING);
    }

    /** The same person once a tombstone has followed. */
    public Snapshot emptied() {
        return suppressed(tenant, participant, mergedInto);
    }
}

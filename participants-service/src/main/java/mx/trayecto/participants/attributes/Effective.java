package mx.trayecto.participants.attributes;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * From when the attributes in a change hold, as far as they keep dated history.
 *
 * @param from the first day; today where absent
 * @param correction whether what was known before was wrong
 */
@Schema(
        description = "From when the attributes of this change hold that keep dated history. A change (the default)"
                + " holds from `from`, today where absent, and may not be dated before the attribute's latest change. A correction rewrites the"
                + " past: everything recorded from `from` on, or ever where it is absent, becomes the value given.")
public record Effective(LocalDate from, Boolean correction) {
    /** A change from today on. */
    public static final Effective NOW = new Effective(null, false);

    public boolean corrects() {
        return Boolean.TRUE.equals(correction);
    }
}

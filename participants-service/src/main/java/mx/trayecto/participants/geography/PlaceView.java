package mx.trayecto.participants.geography;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.concurrency.Versioned;

/** A municipality or a locality. */
@Schema(
        name = "Place",
        description = "A municipality or a locality in INEGI's codes, with its name on the day asked for")
record PlaceView(
        @Schema(description = "INEGI's five digits of a municipality, nine of a locality")
        String code,

        String state,
        String name,

        @Schema(description = "The first day under this name; absent where it is not known")
        LocalDate validFrom,

        @Schema(description = "The first day after it; absent where the name holds")
        LocalDate validUntil,

        @Schema(description = "The regions that a municipality is in, in every grouping")
        List<Region> regions,

        @Schema(description = "Every name it bore, oldest first; of a single place only")
        List<Name> names,

        @JsonIgnore long version)
        implements Versioned {

    /** A region that a municipality is in. */
    @Schema(name = "PlaceRegion")
    record Region(String code, String grouping, String name) {}

    /** A name and its time. */
    @Schema(name = "PlaceName")
    record Name(String name, LocalDate validFrom, LocalDate validUntil) {}

    /** In order of codes, which pages go by. */
    static UUID key(String code) {
        return new UUID(Long.parseLong(code), 0);
    }

    /** The code behind which a page begins. */
    static String code(UUID key, int digits) {
        return key == null ? "" : ("%0" + digits + "d").formatted(key.getMostSignificantBits());
    }

    static LocalDate told(LocalDate from) {
        return from == null || from.equals(Validity.EVER) ? null : from;
    }

    @Override
    @JsonIgnore
    public UUID id() {
        return key(code);
    }
}

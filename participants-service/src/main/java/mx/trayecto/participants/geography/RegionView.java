package mx.trayecto.participants.geography;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.participants.finding.Words;

/** A region: municipalities grouped by somebody. */
@Schema(name = "Region", description = "Municipalities grouped; those of different groupings overlap")
record RegionView(
        @Schema(description = "Stays the same through all names")
        String code,

        String grouping,
        String state,

        @Schema(description = "The name on the day asked for")
        String name,

        @Schema(description = "Every name, oldest first") List<PlaceView.Name> names,

        @Schema(description = "INEGI's codes of the municipalities in it on that day")
        List<String> municipalities) {
    /** Whether it has a name on a day: it has none after its end. */
    static boolean exists(List<PlaceView.Name> names, LocalDate day) {
        return names.stream().anyMatch(name -> holds(name, day));
    }

    /** @param part of a name that it bears or bore, without accents and particles */
    boolean isCalled(String part) {
        return names.stream()
                .anyMatch(name -> String.join(" ", Words.of(name.name())).contains(part));
    }

    private static boolean holds(PlaceView.Name name, LocalDate day) {
        return (name.validFrom() == null || !name.validFrom().isAfter(day))
                && (name.validUntil() == null || name.validUntil().isAfter(day));
    }

    /** The name that holds on a day; the last where none does. */
    static String on(List<PlaceView.Name> names, LocalDate day) {
        return names.stream()
                .filter(name -> holds(name, day))
                .reduce((one, later) -> later)
                .orElse(names.getLast())
                .name();
    }
}

package mx.trayecto.programs.graduation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.concurrency.Versioned;
import mx.trayecto.platform.text.Bilingual;

/**
 * A ceremony and whom of a cohort it recognises.
 *
 * @param unchanged null where the ceremony is read: {@code recognised} are all of them then
 */
record CeremonyView(
        UUID id,
        long version,
        UUID cohort,
        UUID center,
        LocalDate on,
        Bilingual title,

        @Schema(description = "Enrolments it recognises; in the answer to a request, those recognised now")
        List<UUID> recognised,

        @Schema(description = "Enrolments recognised at it before, in the answer to a request")
        List<UUID> unchanged)
        implements Versioned {

    static CeremonyView of(Ceremony ceremony, UUID cohort, List<UUID> recognised, List<UUID> unchanged) {
        return new CeremonyView(
                ceremony.id,
                ceremony.version,
                cohort,
                ceremony.centerId,
                ceremony.heldOn,
                ceremony.title,
                recognised,
                unchanged);
    }

    /** A ceremony itself never changes, but more are recognised at it; nobody is taken back, so their number tells. */
    @Override
    public String variant() {
        return recognised.size() + (unchanged == null ? "" : "-" + unchanged.size());
    }
}

package mx.trayecto.programs.session;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.concurrency.Versioned;
import mx.trayecto.platform.text.Bilingual;
import mx.trayecto.programs.field.Hours;

/** A session as callers see it. */
record SessionView(
        UUID id,
        long version,
        UUID cohort,
        UUID center,
        LocalDate on,
        LocalTime startsAt,
        BigDecimal hours,
        UUID module,
        Bilingual title,

        @Schema(description = "First roll-call; the session counts as held from then on")
        Instant rollCallAt,

        @Schema(description = "Since when it is known that it is not held")
        LocalDate cancelledOn,

        CancellationReason cancelReason)
        implements Versioned {

    static SessionView of(Session s) {
        return new SessionView(
                s.id,
                s.version,
                s.cohortId,
                s.centerId,
                s.heldOn,
                s.startsAt,
                Hours.plain(s.hours),
                s.moduleId,
                s.title,
                s.rollCallAt,
                s.cancelledOn,
                s.cancelReason);
    }
}

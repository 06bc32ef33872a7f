package mx.trayecto.participants.workdays;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.concurrency.Versioned;
import mx.trayecto.platform.text.Bilingual;

/** Days on which the tenant does not work. */
@Schema(name = "NonWorkingDays")
record NonWorkingDaysView(UUID id, long version, LocalDate firstDay, LocalDate lastDay, Bilingual reason)
        implements Versioned {

    static NonWorkingDaysView of(NonWorkingDays days) {
        return new NonWorkingDaysView(days.id, days.version, days.firstDay, days.lastDay, days.reason());
    }
}

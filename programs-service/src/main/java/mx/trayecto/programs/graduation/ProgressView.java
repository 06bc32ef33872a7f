package mx.trayecto.programs.graduation;

import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.programs.field.Hours;
import mx.trayecto.programs.instrument.InstrumentKind;

/** What a woman has done until today. It is counted when it is asked for, so it has no version. */
record ProgressView(
        UUID enrollment,

        @Schema(description = "At least one attendance or completion")
        boolean trained,

        int sessionsAttended,
        BigDecimal hoursAttended,

        @Schema(description = "Hours of the sessions held for her")
        BigDecimal hoursHeld,

        @Schema(description = "Hours attended of hours held, with one decimal; absent while nothing was held")
        BigDecimal attendancePercent,

        @Schema(description = "Codes of the modules completed")
        Set<String> modules,

        BigDecimal moduleHours,
        Set<InstrumentKind> instruments,
        int followUps) {

    static ProgressView of(Progress p) {
        return new ProgressView(
                p.enrollment(),
                p.trained(),
                p.sessions(),
                Hours.plain(p.attendance().attended()),
                Hours.plain(p.attendance().held()),
                p.attendance().percent(),
                p.modules(),
                Hours.plain(p.moduleHours()),
                p.instruments(),
                p.followUps());
    }
}

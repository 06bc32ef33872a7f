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

        @Schema(
                description =
                        "Hours attended of hours held for her, rounded to one decimal; absent while nothing was held. Held"
                                + " for her are the sessions with a roll-call of each cohort that she was in, while she belonged to it,"
                                + " whether the roll has a word about her or not; what was held before she came, after she left or"
                                + " while she was away counts only where she is recorded as present. A minimum is compared before"
                                + " rounding")
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

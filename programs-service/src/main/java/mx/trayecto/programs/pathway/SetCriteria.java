package mx.trayecto.programs.pathway;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import mx.trayecto.programs.field.BusinessDate;
import mx.trayecto.programs.field.Code;
import mx.trayecto.programs.field.Distinct;
import mx.trayecto.programs.instrument.InstrumentKind;

/**
 * A version of the graduation criteria.
 *
 * @param validFrom first graduation date it governs
 * @param requiredModules codes of the modules to complete; all that the pathway requires unless said
 * @param minimumAttendancePercent 0 unless said
 * @param instruments kinds of instruments to have answered; none unless said
 * @param minimumFollowUps 0 unless said
 */
record SetCriteria(
        @NotNull @BusinessDate LocalDate validFrom,
        @Size(min = 1, max = 200) @Distinct List<@NotNull @Code String> requiredModules,
        @Min(0) @Max(100) Integer minimumAttendancePercent,
        @Size(max = 3) @Distinct List<@NotNull InstrumentKind> instruments,
        @Min(0) @Max(100) Integer minimumFollowUps) {

    SetCriteria {
        minimumAttendancePercent = minimumAttendancePercent == null ? 0 : minimumAttendancePercent;
        instruments = instruments == null ? List.of() : instruments;
        minimumFollowUps = minimumFollowUps == null ? 0 : minimumFollowUps;
    }

    GraduationCriteria version(int version) {
        return new GraduationCriteria(
                version, validFrom, requiredModules, minimumAttendancePercent, instruments, minimumFollowUps);
    }
}

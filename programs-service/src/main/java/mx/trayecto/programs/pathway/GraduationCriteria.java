package mx.trayecto.programs.pathway;

import java.time.LocalDate;
import java.util.List;

import mx.trayecto.programs.instrument.InstrumentKind;

/**
 * What a woman must have done to graduate, from a date on. Criteria change while a pathway stays (SCE's were
 * strengthened in the second half of 2022); every graduation records the version it met.
 *
 * @param version its number within the pathway, from 1
 * @param validFrom first graduation date it governs
 * @param requiredModules codes of the modules to complete; null means all that the pathway requires, see
 *     {@link Pathway#modulesRequiredBy}
 * @param minimumAttendancePercent share of the hours held for her cohort that she attended, 0 to 100
 * @param instruments kinds of instruments to have answered
 * @param minimumFollowUps individual follow-ups to have had
 */
public record GraduationCriteria(
        int version,
        LocalDate validFrom,
        List<String> requiredModules,
        int minimumAttendancePercent,
        List<InstrumentKind> instruments,
        int minimumFollowUps) {

    GraduationCriteria requiring(List<String> modules) {
        return new GraduationCriteria(
                version, validFrom, modules, minimumAttendancePercent, instruments, minimumFollowUps);
    }
}

package mx.trayecto.participants.workdays;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The days of rest of the Ley Federal del Trabajo, art. 74: fixed dates; three Mondays since the reform of 17 January
 * 2006; the day a president takes office, every six years, on 1 October since 2024 and on 1 December before; ordinary
 * elections, which are listed.
 */
final class LegalHolidays {
    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(Month.JANUARY, 1),
            MonthDay.of(Month.MAY, 1),
            MonthDay.of(Month.SEPTEMBER, 16),
            MonthDay.of(Month.DECEMBER, 25));

    /** What the Mondays stand for, and what was kept on the day itself before 2006. */
    private static final Set<MonthDay> BEFORE_THE_MONDAYS =
            Set.of(MonthDay.of(Month.FEBRUARY, 5), MonthDay.of(Month.MARCH, 21), MonthDay.of(Month.NOVEMBER, 20));

    private static final int MONDAYS_SINCE = 2006;
    private static final int HANDOVER_IN_OCTOBER_SINCE = 2024;
    private static final int TERM = 6;
    private static final Set<LocalDate> ELECTIONS = elections();

    private LegalHolidays() {}

    static boolean on(LocalDate day) {
        MonthDay date = MonthDay.from(day);
        return FIXED.contains(date)
                || (day.getYear() < MONDAYS_SINCE ? BEFORE_THE_MONDAYS.contains(date) : monday(day))
                || day.equals(handover(day.getYear()))
                || ELECTIONS.contains(day);
    }

    private static boolean monday(LocalDate day) {
        return day.equals(nth(day.getYear(), Month.FEBRUARY, 1))
                || day.equals(nth(day.getYear(), Month.MARCH, 3))
                || day.equals(nth(day.getYear(), Month.NOVEMBER, 3));
    }

    private static LocalDate nth(int year, Month month, int monday) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(monday, DayOfWeek.MONDAY));
    }

    /** The day a president takes office in a year; null where none does. */
    private static LocalDate handover(int year) {
        if (Math.floorMod(year - HANDOVER_IN_OCTOBER_SINCE, TERM) != 0) {
            return null;
        }
        return year < HANDOVER_IN_OCTOBER_SINCE
                ? LocalDate.of(year, Month.DECEMBER, 1)
                : LocalDate.of(year, Month.OCTOBER, 1);
    }

    private static Set<LocalDate> elections() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                LegalHolidays.class.getResourceAsStream("/calendar/election-days.txt"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> LocalDate.parse(line.strip()))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

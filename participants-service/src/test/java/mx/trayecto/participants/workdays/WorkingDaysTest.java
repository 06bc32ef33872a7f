package mx.trayecto.participants.workdays;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class WorkingDaysTest {
    private final WorkingDays law = new WorkingDays(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01",
                "2026-02-02",
                "2026-03-16",
                "2026-05-01",
                "2026-09-16",
                "2026-11-16",
                "2026-12-25",
                "2025-02-03",
                "2025-03-17",
                "2025-11-17", // Mondays of another year
                "2024-10-01",
                "2030-10-01",
                "2036-10-01", // presidents take office
                "2012-12-01",
                "2018-12-01",
                "2006-12-01", // as they did before
                "2005-02-05",
                "2005-03-21",
                "2003-11-20", // the days themselves, before the Mondays
                "2021-06-06",
                "2024-06-02",
                "2025-06-01",
                "2027-06-06" // elections
            })
    void restsByLaw(String day) {
        assertTrue(LegalHolidays.on(LocalDate.parse(day)));
        assertFalse(law.works(LocalDate.parse(day)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-05",
                "2026-03-23",
                "2026-11-20",
                "2026-10-01",
                "2025-10-01",
                "2024-12-02",
                "2026-11-02",
                "2026-12-24",
                "2026-05-05",
                "2026-04-03",
                "2026-02-09"
            })
    void worksOnEveryOtherWeekday(String day) {
        assertTrue(law.works(LocalDate.parse(day)));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-24, 20, 2025-04-21", // no holiday between: Holy Week is none by law
        "2025-03-24, 3, 2025-03-27",
        "2025-03-24, 5, 2025-03-31",
        "2024-09-27, 3, 2024-10-03", // 1 October 2024: a president takes office
        "2025-04-30, 1, 2025-05-02",
        "2025-12-24, 1, 2025-12-26",
        "2026-01-30, 1, 2026-02-03",
        "2026-11-14, 1, 2026-11-17", // from a Saturday, over the Monday of the Revolution
    })
    void countsFromTheWorkingDayAfter(LocalDate event, int days, LocalDate last) {
        assertEquals(last, law.after(event, days));
    }

    @Test
    void restsOnTheTenantsOwnDays() {
        WorkingDays recess =
                new WorkingDays(List.of(new WorkingDays.Span(LocalDate.of(2025, 12, 22), LocalDate.of(2026, 1, 6))));
        assertEquals(LocalDate.of(2026, 1, 7), recess.after(LocalDate.of(2025, 12, 19), 1));
        assertEquals(LocalDate.of(2025, 12, 19), recess.after(LocalDate.of(2025, 12, 18), 1));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(2000, 1, 1).toEpochDay(),
                        LocalDate.of(2060, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Property
    void aTermEndsOnAWorkingDayAndHoldsAsManyAsItHas(
            @ForAll("days") LocalDate event, @ForAll @IntRange(min = 1, max = 60) int n) {
        LocalDate last = law.after(event, n);
        assertTrue(law.works(last));
        assertEquals(
                n,
                event.plusDays(1)
                        .datesUntil(last.plusDays(1))
                        .filter(law::works)
                        .count());
    }

    @Property
    void twoTermsOneAfterTheOtherAreOne(
            @ForAll("days") LocalDate event,
            @ForAll @IntRange(min = 1, max = 30) int n,
            @ForAll @IntRange(min = 1, max = 30) int m) {
        assertEquals(law.after(event, n + m), law.after(law.after(event, n), m));
    }

    @Property
    void moreDaysOfRestNeverShortenATerm(
            @ForAll("days") LocalDate event,
            @ForAll @IntRange(min = 1, max = 30) int n,
            @ForAll @IntRange(min = 0, max = 60) int in,
            @ForAll @IntRange(min = 0, max = 30) int length) {
        LocalDate first = event.plusDays(in);
        WorkingDays resting = new WorkingDays(List.of(new WorkingDays.Span(first, first.plusDays(length))));
        LocalDate last = resting.after(event, n);
        assertFalse(last.isBefore(law.after(event, n)));
        assertTrue(last.isBefore(first) || last.isAfter(first.plusDays(length)));
    }

    @Property
    void aYearHasSevenDaysOfRestAndMoreOnlyForPresidentsAndElections(
            @ForAll @IntRange(min = 2006, max = 2100) int year) {
        List<LocalDate> rest = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(LegalHolidays::on)
                .toList();
        assertTrue(rest.size() >= 7 && rest.size() <= 9, rest.toString());
        assertEquals(
                3,
                rest.stream()
                        .filter(day -> day.getDayOfWeek() == DayOfWeek.MONDAY)
                        .filter(day -> List.of(2, 3, 11).contains(day.getMonthValue()))
                        .count());
    }
}

package mx.trayecto.indicators.period;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import mx.trayecto.indicators.fact.Grain;
import mx.trayecto.platform.problem.ProblemException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

class PeriodTest {
    @ParameterizedTest
    @CsvSource({
        "2024, YEAR, 2024-01-01, 2024-12-31",
        "2024-H2, HALF, 2024-07-01, 2024-12-31",
        "2024-Q3, QUARTER, 2024-07-01, 2024-09-30",
        "2024-02, MONTH, 2024-02-01, 2024-02-29",
        "2024-07-01/2024-09-30, QUARTER, 2024-07-01, 2024-09-30",
        "2024-01-01/2024-12-31, YEAR, 2024-01-01, 2024-12-31"
    })
    void isReadWithItsGrain(String text, Grain grain, LocalDate from, LocalDate to) {
        Period period = Period.parse(text);
        assertEquals(grain, period.grain());
        assertEquals(from, period.from());
        assertEquals(to, period.to());
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-01/2024-02-29, 2024-02",
        "2024-01-01/2024-03-31, 2024-Q1",
        "2024-10-01/2024-12-31, 2024-Q4",
        "2024-01-01/2024-06-30, 2024-H1",
        "2024-07-01/2024-12-31, 2024-H2",
        "2024-01-01/2024-12-31, 2024",
        "2024-01-01/2024-12-30, 2024-01-01/2024-12-30"
    })
    void hasOneNameHoweverItIsWritten(String text, String name) {
        assertEquals(name, Period.parse(text).text());
        assertEquals(Period.parse(name), Period.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024-H3",
                "2024-Q0",
                "2024-13",
                "24",
                "2024-02-30/2024-03-01",
                "2024-03-02/2024-03-01",
                "9999",
                "2024-1",
                "all ",
                "0001-01-01/9999-12-31"
            })
    void isRefusedWhereItIsNone(String text) {
        assertThrows(ProblemException.class, () -> Period.parse(text));
    }

    @Test
    void isAllUnlessSaid() {
        assertEquals(Period.ALL, Period.parse(null));
    }

    @Test
    void isCutByTheDaysOfAMeasure() {
        Period cut = Period.parse("2024").within(LocalDate.of(2024, 6, 3), LocalDate.of(2025, 1, 1));
        assertEquals(LocalDate.of(2024, 6, 3), cut.from());
        assertEquals(LocalDate.of(2024, 12, 31), cut.to());
        assertNull(cut.grain());
        assertEquals(
                Grain.YEAR,
                Period.ALL
                        .within(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31))
                        .grain());
    }
}

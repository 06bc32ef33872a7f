package mx.trayecto.indicators.projection;

import java.time.LocalDate;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PersonTest {
    private static final String MOVED = """
            {"gender":[{"from":"2024-06-03","value":"female"}],
             "municipality":[{"from":"2024-06-03","value":"14039"},{"from":"2024-09-01","value":"20067"}]}""";

    @Test
    void whatWasValidOnTheDayCounts() throws Exception {
        Person person = new Person(UUID.randomUUID(), 1985, 11, MOVED);
        assertEquals("14039", person.on(LocalDate.of(2024, 8, 31)).municipality());
        assertEquals("20067", person.on(LocalDate.of(2024, 9, 1)).municipality());
        assertEquals("20", person.on(LocalDate.of(2024, 9, 1)).state());
    }

    @Test
    void beforeSheWasFirstAskedHerFirstAnswerCounts() throws Exception {
        assertEquals(
                "14039",
                new Person(UUID.randomUUID(), 1985, 11, MOVED)
                        .on(LocalDate.of(2022, 1, 1))
                        .municipality());
    }

    @Test
    void nothingIsStatedOfTheSuppressedAndTheUndisclosed() throws Exception {
        assertEquals(Traits.UNKNOWN, new Person(UUID.randomUUID(), null, null, null).on(LocalDate.of(2024, 1, 1)));
        assertEquals(
                Traits.NOT_STATED,
                new Person(UUID.randomUUID(), 1985, 11, "{\"gender\":[{\"from\":null,\"value\":\"undisclosed\"}]}")
                        .on(LocalDate.of(2024, 1, 1))
                        .sex());
    }

    @ParameterizedTest
    @CsvSource({
        "2006, 8, 2024-07-31, 0-17",
        "2006, 8, 2024-08-01, 18-29",
        "1994, 1, 2024-01-01, 30-44",
        "1979, , 2024-01-01, 45-59",
        "1964, 12, 2024-11-30, 45-59",
        "1964, 12, 2024-12-01, 60+",
        "2025, 1, 2024-12-01, notStated",
        "1880, 1, 2024-12-01, notStated",
        ", 1, 2024-12-01, notStated"
    })
    void ageIsThatOfTheDay(Integer year, Integer month, LocalDate on, String group) {
        assertEquals(group, AgeGroup.of(year, month, on));
    }
}

package mx.trayecto.programs.eligibility;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ExpressionsTest {
    private static final Map<String, Object> KNOWN =
            Map.of("age", 24L, "state", "14", "student", true, "mother", false, "languages", List.of("spa", "nah"));

    private final Expressions expressions = new Expressions();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "student",
                "age >= 18 && age < 30",
                "state in ['14', '20']",
                "languages.exists(language, language == 'nah')",
                "mother || student",
                "headOfHousehold || student", // what is not known does not matter where the other holds
                "state.matches('1[0-9]')"
            })
    void hold(String expression) {
        assertEquals(Optional.empty(), expressions.check(expression));
        assertEquals(Optional.of(true), expressions.holds(expression, KNOWN));
    }

    @Test
    void mayNotHold() {
        assertEquals(Optional.of(false), expressions.holds("mother && student", KNOWN));
        assertEquals(Optional.of(false), expressions.holds("age > 30", KNOWN));
    }

    @Test
    void cannotBeToldOfWhatIsNotKnown() {
        assertEquals(Optional.empty(), expressions.holds("headOfHousehold", KNOWN));
        assertEquals(Optional.empty(), expressions.holds("headOfHousehold && student", KNOWN));
        assertEquals(Optional.of(false), expressions.holds("headOfHousehold && mother", KNOWN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "student && | 1",
                "student && studnt | 12",
                "age > '18' | 5",
                "age + 1 | 1",
                "student.name | 8",
                "state == 14 | 7",
                "languages == 'nah' | 11"
            })
    void areRefusedWhereTheyGoWrong(String expression, int column) {
        Expressions.Fault fault = expressions.check(expression).orElseThrow();
        assertEquals(1, fault.line());
        if (!expression.endsWith("&&")) {
            assertEquals(column, fault.column(), fault.message());
        }
        assertTrue(fault.message().length() > 10, fault.message());
    }

    /** What is well formed but can be told of nobody would let nobody in. */
    @ParameterizedTest
    @ValueSource(strings = {"state.matches('[')", "1 / 0 == 1", "languages[0] == 'nah'", "int(state) / 0 > 1"})
    void areRefusedWhereNobodyCouldPass(String expression) {
        assertTrue(expressions.check(expression).isPresent());
    }

    /** Neither long nor deep nor endless ones take the service down. */
    @Test
    void areBounded() {
        assertTrue(expressions.check("'" + "x".repeat(2_000) + "' == state").isPresent());
        assertTrue(
                expressions.check("(".repeat(200) + "student" + ")".repeat(200)).isPresent());
        String list = IntStream.range(0, 90).mapToObj(Integer::toString).collect(Collectors.joining(",", "[", "]"));
        String endless = list + ".all(a, " + list + ".all(b, " + list + ".all(c, a + b + c >= 0)))";
        assertTrue(expressions.check(endless).isPresent());
        assertEquals(Optional.empty(), expressions.holds(endless, KNOWN));
    }
}

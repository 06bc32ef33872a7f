package mx.trayecto.indicators.indicator;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class CodeOrderTest {
    @Test
    void codesStandAsPeopleOrderThem() {
        assertEquals(
                List.of("1.1", "1.2", "1.2.a", "1.2.b", "1.10", "2", "A1.1"),
                List.of("1.10", "A1.1", "1.2.b", "2", "1.2.a", "1.2", "1.1").stream()
                        .sorted(new CodeOrder())
                        .toList());
    }
}

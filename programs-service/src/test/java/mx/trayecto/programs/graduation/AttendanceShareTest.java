package mx.trayecto.programs.graduation;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AttendanceShareTest {
    @ParameterizedTest
    @CsvSource({"8, 10, 80.0", "2, 3, 66.7", "0, 10, 0.0", "10, 10, 100.0", "7.995, 10, 80.0"})
    void isHoursAttendedOfHoursHeldWithOneDecimal(String attended, String held, String percent) {
        assertEquals(new BigDecimal(percent), share(attended, held).percent());
    }

    @Test
    void reachesAMinimumByWhatItIsAndNotByWhatItIsRoundedTo() {
        assertTrue(share("8", "10").reaches(80));
        assertFalse(share("7.995", "10").reaches(80));
        assertFalse(share("0", "10").reaches(1));
    }

    @Test
    void isUnknownAndNotZeroBeforeAnythingWasHeld() {
        assertNull(share("0", "0").percent());
        assertFalse(share("0", "0").reaches(1));
        assertTrue(share("0", "0").reaches(0));
    }

    private static AttendanceShare share(String attended, String held) {
        return new AttendanceShare(new BigDecimal(attended), new BigDecimal(held));
    }
}

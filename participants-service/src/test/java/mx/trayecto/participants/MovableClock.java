package mx.trayecto.participants;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;

/** The clock that terms are counted by; it runs as every other until a test sets it to a day. */
@Alternative
@Priority(1)
@Singleton
public class MovableClock extends Clock {
    private static volatile Instant fixed;

    /** It is noon of this day in Mexico City. */
    public static void set(String day) {
        fixed = LocalDate.parse(day)
                .atTime(12, 0)
                .atZone(ZoneId.of("America/Mexico_City"))
                .toInstant();
    }

    /** It runs again. */
    public static void release() {
        fixed = null;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return fixed == null ? Instant.now() : fixed;
    }
}

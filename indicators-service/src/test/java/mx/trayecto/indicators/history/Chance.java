package mx.trayecto.indicators.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** What a random story leaves to chance; the same seed makes the same choices. */
final class Chance {
    private static final LocalDate START = LocalDate.of(2023, 11, 1);

    private final Random random;

    Chance(long seed) {
        random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    UUID any(List<UUID> ids) {
        return ids.get(below(ids.size()));
    }

    String pick(String... values) {
        return values[below(values.length)];
    }

    /** Also finer than figures keep them. */
    BigDecimal hours() {
        return oneIn(6) ? null : oneIn(3) ? BigDecimal.valueOf(1 + below(8_000), 3) : BigDecimal.valueOf(1 + below(8));
    }

    /** A day of a year and some months around it. */
    LocalDate day() {
        return START.plusDays(below(420));
    }

    static List<UUID> ids(int count) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(UUID.randomUUID());
        }
        return ids;
    }
}

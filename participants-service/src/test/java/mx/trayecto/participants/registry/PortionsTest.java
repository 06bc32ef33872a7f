package mx.trayecto.participants.registry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PortionsTest {
    private final List<UUID> all =
            LongStream.range(0, 450).mapToObj(i -> new UUID(0, i)).toList();
    private final AtomicLong clock = new AtomicLong();
    private final List<Integer> read = new ArrayList<>();
    private final List<UUID> written = new ArrayList<>();

    private List<UUID> read(UUID after, int rows) {
        int from = after == null ? 0 : all.indexOf(after) + 1;
        read.add(from);
        return all.subList(from, Math.min(from + rows, all.size()));
    }

    /** Writes, for somebody who takes so long over each row. */
    private void write(Duration each) {
        Portions.each(
                this::read,
                Function.identity(),
                row -> {
                    written.add(row);
                    clock.addAndGet(each.toNanos());
                },
                clock::get);
        assertEquals(all, written);
    }

    @Test
    void readsSomeAtATime() {
        write(Duration.ofMillis(1));
        assertEquals(List.of(0, 200, 400), read);
    }

    @Test
    void readsAnewWhatNobodyTookWithinASecond() {
        write(Duration.ofMillis(100));
        assertEquals(LongStream.range(0, 41).mapToObj(i -> (int) i * 11).toList(), read);
    }

    @Test
    void comesToAnEndHoweverSlowTheyAre() {
        write(Duration.ofMinutes(1));
        assertEquals(all.size(), read.size());
        assertTrue(Collections.max(read) < all.size());
    }

    @Test
    void readsOnceWhereThereIsNothing() {
        Portions.each((after, rows) -> List.<UUID>of(), Function.identity(), written::add, clock::get);
        assertTrue(written.isEmpty());
    }
}

package mx.trayecto.participants.registry;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Goes through rows that tell of people, some at a time, for files that are written as they are read. None is written
 * that was read more than a second before, however slow whoever takes the file is.
 */
public final class Portions {
    private static final int AT_ONCE = 200;

    /** How long what was read of people may be written: what somebody withdrew is to be out of use in five seconds. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private Portions() {}

    /**
     * Writes all rows in their order.
     *
     * @param read gives the rows after an id, null at the start, and at most so many
     * @param id of a row, which the order goes by
     */
    public static <T> void each(
            BiFunction<UUID, Integer, List<T>> read, Function<T, UUID> id, Consumer<? super T> write) {
        each(read, id, write, System::nanoTime);
    }

    static <T> void each(
            BiFunction<UUID, Integer, List<T>> read,
            Function<T, UUID> id,
            Consumer<? super T> write,
            LongSupplier nanos) {
        UUID after = null;
        boolean more;
        do {
            UUID from = after;
            long since = nanos.getAsLong();
            List<T> rows = read.apply(from, AT_ONCE);
            more = rows.size() == AT_ONCE;
            for (T row : rows) {
                if (after != from && nanos.getAsLong() - since > FRESH.toNanos()) {
                    more = true; // the rest is read anew, as things stand by then
                    break;
                }
                write.accept(row);
                after = id.apply(row);
            }
        } while (more);
    }
}

package mx.trayecto.platform.audit;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ProgressTest {
    private static final long ALL = Long.MAX_VALUE;

    private static Progress at(long low, List<Long> above, long seen, String... writers) {
        return new Progress(low, Set.copyOf(above), seen, List.of(writers), 0);
    }

    @Test
    void risesToWhatWasSeenOnlyOnceItsWritersAreGone() {
        Progress first = at(0, List.of(), 0).rise(List.of(2L, 3L), ALL, 3, List.of("7/1"));
        assertEquals(at(0, List.of(2L, 3L), 3, "7/1"), first);
        assertFalse(first.settled(List.of("7/1", "8/4")));
        assertEquals(at(0, List.of(2L, 3L, 5L), 3, "7/1"), first.stay(List.of(5L)));
        assertTrue(first.settled(List.of("7/2", "8/4")));
        assertEquals(at(3, List.of(5L), 6, "8/4"), first.rise(List.of(1L, 5L), ALL, 6, List.of("8/4")));
    }

    /** A long backlog is taken portion by portion, and what is done of it need not be listed. */
    @Test
    void risesAlongABacklog() {
        Progress first = at(0, List.of(), 0).rise(List.of(1L, 2L), 2, 9, List.of());
        assertEquals(at(0, List.of(1L, 2L), 9), first);
        Progress second = first.rise(List.of(3L, 4L), 4, 9, List.of());
        assertEquals(at(4, List.of(), 9), second);
        assertEquals(at(9, List.of(), 9), second.rise(List.of(5L, 9L), ALL, 9, List.of()));
    }

    @Test
    void knowsWhatItHasStillToComeTo() {
        Progress some = at(5, List.of(7L), 9);
        assertFalse(some.comes(5));
        assertTrue(some.comes(6));
        assertFalse(some.comes(7));
        assertTrue(some.comes(8));
    }

    @Test
    void neverFalls() {
        assertEquals(at(5, List.of(), 5), at(5, List.of(), 5).rise(List.of(), ALL, 0, List.of()));
    }
}

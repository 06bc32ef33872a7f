package mx.trayecto.platform.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class TimelineTest {
    private final List<Received> topic = new ArrayList<>();

    private Received told(int epoch, long sequence) {
        return told(epoch, sequence, epoch);
    }

    private Received told(int epoch, long sequence, int previousEpoch) {
        UUID id = UUID.randomUUID();
        Received received = new Received(
                null,
                new InboxEvent(
                        "t",
                        0,
                        topic.size(),
                        id,
                        "mx.trayecto.note.written.v1",
                        id,
                        epoch,
                        sequence,
                        id,
                        Instant.EPOCH,
                        null,
                        null),
                previousEpoch);
        topic.add(received);
        return received;
    }

    private static List<String> places(List<Received> holding) {
        return holding.stream()
                .map(each -> each.event().epoch() + "." + each.event().sequence())
                .toList();
    }

    @Test
    void allHoldWithoutARestore() {
        told(1, 1);
        told(1, 2);
        assertEquals(List.of("1.1", "1.2", "1.3"), places(Timeline.upTo(told(1, 3), topic)));
    }

    @Test
    void whatComesAfterTheRestoredStateIsVoid() {
        told(1, 1);
        told(1, 2);
        told(1, 3);
        told(5, 2, 1);
        assertEquals(List.of("1.1", "5.2", "5.3"), places(Timeline.upTo(told(5, 3), topic)));
    }

    @Test
    void ofAnAggregateThatWasLostNothingHoldsButTheNewest() {
        told(1, 1);
        told(1, 2);
        assertEquals(List.of("5.1"), places(Timeline.upTo(told(5, 1), topic)));
    }

    @Test
    void aSecondRestoreOfTheSameStateVoidsTheFirstsEvents() {
        told(1, 1);
        told(1, 2);
        told(5, 2, 1);
        told(5, 3);
        assertEquals(List.of("1.1", "7.2"), places(Timeline.upTo(told(7, 2, 1), topic)));
    }

    /** The older state was a mistake, and what was void holds again. */
    @Test
    void aRestoreToANewerStateAfterAnOlderOneBringsEventsBack() {
        told(1, 1);
        told(1, 2);
        told(1, 3);
        told(5, 2, 1);
        assertEquals(List.of("1.1", "1.2", "1.3", "7.4"), places(Timeline.upTo(told(7, 4, 1), topic)));
    }

    @Test
    void aRepeatedOrDisorderedHistoryChangesNothing() {
        told(1, 1);
        told(1, 2);
        Received newest = told(5, 2, 1);
        List<Received> twice = new ArrayList<>(topic);
        twice.addAll(topic);
        Collections.reverse(twice);
        assertEquals(List.of("1.1", "5.2"), places(Timeline.upTo(newest, twice)));
    }

    @Test
    void anEventThatIsMissingOnTheWayIsAGap() {
        told(1, 1);
        Received newest = told(5, 3, 1);
        UnreadableEvent gap = assertThrows(UnreadableEvent.class, () -> Timeline.upTo(newest, topic));
        assertEquals("gap: 1.2 is not in the topic", gap.getMessage());
    }
}

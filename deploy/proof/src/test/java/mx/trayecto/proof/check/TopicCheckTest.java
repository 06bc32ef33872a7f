package mx.trayecto.proof.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import mx.trayecto.proof.check.Findings.Kind;
import mx.trayecto.proof.ledger.Acknowledgement;
import mx.trayecto.proof.ledger.Entry;
import mx.trayecto.proof.ledger.Write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TopicCheckTest {
    private static final String TOPIC = "trayecto.enrollments.v1";

    private final List<Event> events = new ArrayList<>();
    private final Findings findings = new Findings();

    private TopicCheck sent(String key, long... sequences) {
        for (long sequence : sequences) {
            events.add(event(key, 1, sequence, key + "-" + sequence));
        }
        return ordered();
    }

    private TopicCheck ordered() {
        TopicCheck check = new TopicCheck(events, findings);
        check.order();
        return check;
    }

    private Event event(String key, int epoch, long sequence, String id) {
        return event(key, epoch, epoch, sequence, id);
    }

    private Event event(String key, int epoch, int previousEpoch, long sequence, String id) {
        return new Event(
                TOPIC, 0, events.size(), "t", key, epoch, previousEpoch, sequence, id, "type", "trace-" + id, null);
    }

    /** 1.1 to 1.3, and then a restore to where it stood at 1.1. */
    private TopicCheck restored() {
        sent("a", 1, 2, 3);
        events.add(event("a", 5, 1, 2, "marker"));
        events.add(event("a", 5, 5, 3, "next"));
        return ordered();
    }

    private static OutboxRow row(String key, long sequence, String id, boolean published) {
        return new OutboxRow(TOPIC, key, 1, sequence, id, null, published);
    }

    @Test
    void letsEventsBeRepeatedInAnyOrder() {
        sent("a", 1, 2, 3, 2, 3, 1, 4);
        assertTrue(findings.none());
        assertEquals(3, findings.notes().get("repetitions"));
    }

    @Test
    void findsAnEventThatComesAfterALaterOne() {
        sent("a", 1, 3, 2);
        assertEquals(1, findings.count(Kind.INVERTED));
    }

    @Test
    void findsAGap() {
        sent("a", 1, 2, 4);
        assertEquals(1, findings.count(Kind.INVERTED));
    }

    @Test
    void findsAStoryWithoutItsBeginning() {
        sent("a", 2, 3);
        assertEquals(1, findings.count(Kind.INVERTED));
    }

    @Test
    void findsTwoEventsWithOneSequence() {
        events.add(event("a", 1, 1, "one"));
        events.add(event("a", 1, 1, "other"));
        ordered();
        assertEquals(1, findings.count(Kind.INVERTED));
    }

    @Test
    void doesNotMixAggregates() {
        events.add(event("a", 1, 1, "a-1"));
        events.add(event("b", 1, 1, "b-1"));
        events.add(event("b", 1, 2, "b-2"));
        events.add(event("a", 1, 2, "a-2"));
        ordered();
        assertTrue(findings.none());
    }

    @Test
    void findsAnEventThatNeverLeft() {
        sent("a", 1).against(List.of(row("a", 1, "a-1", true), row("a", 2, "a-2", false)));
        assertEquals(2, findings.count(Kind.MISSING));
    }

    @Test
    void findsAnEventMarkedAsSentThatNobodySent() {
        sent("a", 1).against(List.of(row("a", 1, "a-1", true), row("a", 2, "a-2", true)));
        assertEquals(1, findings.count(Kind.MISSING));
    }

    @Test
    void findsAPositionThatHoldsAnotherWrite() {
        Write write = new Write("trace-a-1", "enroll", "programs", Map.of());
        Write other = new Write("trace-b-1", "enroll", "programs", Map.of());
        sent("a", 1).against((Iterable<Entry>) List.of(
                new Entry(write, new Acknowledgement(201, "a", 0, TOPIC + "/a/1.1")),
                new Entry(other, new Acknowledgement(201, "a", 0, TOPIC + "/a/1.1"))));
        assertEquals(1, findings.count(Kind.MISSING));
    }

    @Test
    void goesOnInALaterEpochFromWhereTheRestoreLeftIt() {
        TopicCheck check = restored();
        assertTrue(findings.none(), findings.examples().toString());
        assertEquals(
                List.of("a-1", "marker", "next"),
                check.holding().stream().map(Event::id).toList());
    }

    @Test
    void letsVoidEventsBeRepeatedToo() {
        sent("a", 1, 2, 3);
        events.add(event("a", 5, 1, 2, "marker"));
        events.add(event("a", 1, 1, 3, "a-3"));
        ordered();
        assertTrue(findings.none(), findings.examples().toString());
    }

    @Test
    void findsALaterEpochThatGoesOnFromWhatIsNotThere() {
        sent("a", 1, 2);
        events.add(event("a", 5, 1, 4, "marker"));
        ordered();
        assertEquals(1, findings.count(Kind.INVERTED));
    }

    @Test
    void findsANewEventOfTheOldEpochAfterTheRestore() {
        sent("a", 1, 2);
        events.add(event("a", 5, 1, 3, "marker"));
        events.add(event("a", 1, 1, 3, "late"));
        ordered();
        assertEquals(1, findings.count(Kind.INVERTED));
    }

    @Test
    void findsAWriteWhoseEventIsVoid() {
        Write write = new Write("trace-a-3", "enroll", "programs", Map.of());
        restored().against((Iterable<Entry>)
                List.of(new Entry(write, new Acknowledgement(201, "a", 0, TOPIC + "/a/1.3"))));
        assertEquals(1, findings.count(Kind.MISSING));
    }

    @Test
    void findsAVoidEventThatItsProducerHas() {
        restored().against(List.of(row("a", 1, "a-1", true), row("a", 2, "a-2", true)));
        assertEquals(1, findings.count(Kind.DIFFERING));
    }

    @Test
    void findsAnEventThatHoldsThoughItsProducerLostIt() {
        TopicCheck check = sent("b", 1, 2);
        check.nothingBut(List.of(row("b", 1, "b-1", true)), "other");
        assertTrue(findings.none());
        check.nothingBut(List.of(row("b", 1, "b-1", true)), "t");
        assertEquals(1, findings.count(Kind.DIFFERING));
    }
}

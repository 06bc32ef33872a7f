package mx.trayecto.participants.attributes;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HistoryTest {
    private static final LocalDate START = LocalDate.of(2024, 6, 3);
    private static final LocalDate TODAY = LocalDate.of(2025, 2, 1);

    private static Attributes living(String municipality, Schooling schooling) {
        return new Attributes(
                Gender.FEMALE,
                null,
                "14",
                municipality,
                null,
                null,
                null,
                null,
                schooling,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static List<String> municipalities(History history) {
        return history.byAttribute().getOrDefault("municipality", List.of()).stream()
                .map(entry -> entry.from() + " " + entry.value().asText())
                .toList();
    }

    private static History moved(History history, String from, String to, Effective effective) {
        return history.with(living(from, null), living(to, null), Set.of("municipality"), effective, START, TODAY);
    }

    @Test
    void aChangeHoldsFromItsDateOn() {
        History first = History.from(START, living("14039", null));
        History second = moved(first, "14039", "14097", new Effective(LocalDate.of(2024, 9, 1), false));
        History third = moved(second, "14097", "14120", Effective.NOW);
        assertEquals(List.of("2024-06-03 14039", "2024-09-01 14097", "2025-02-01 14120"), municipalities(third));
    }

    @Test
    void twoChangesOnOneDayAreOne() {
        History first = History.from(START, living("14039", null));
        History second = moved(first, "14039", "14097", Effective.NOW);
        assertEquals(
                List.of("2024-06-03 14039", "2025-02-01 14120"),
                municipalities(moved(second, "14097", "14120", Effective.NOW)));
        assertEquals(List.of("2024-06-03 14039"), municipalities(moved(second, "14097", "14039", Effective.NOW)));
    }

    @Test
    void aCorrectionRewritesThePastEvenWhereTheCurrentValueStays() {
        History first = History.from(START, living("14039", null));
        History second = moved(first, "14039", "14097", Effective.NOW);
        assertEquals(
                List.of("2024-06-03 14097"),
                municipalities(moved(second, "14097", "14097", new Effective(null, true))));
    }

    @Test
    void aCorrectionTouchesOnlyWhatItMentions() {
        History first = History.from(START, living("14039", Schooling.PRIMARY));
        History moved = first.with(
                living("14039", Schooling.PRIMARY),
                living("14097", Schooling.PRIMARY),
                Set.of("municipality"),
                Effective.NOW,
                START,
                TODAY);
        History corrected = moved.with(
                living("14097", Schooling.PRIMARY),
                living("14097", Schooling.SECONDARY),
                Set.of("schooling"),
                new Effective(null, true),
                START,
                TODAY);
        assertEquals(List.of("2024-06-03 14039", "2025-02-01 14097"), municipalities(corrected));
        assertEquals(
                "secondary",
                corrected.byAttribute().get("schooling").getFirst().value().asText());
    }

    @Test
    void whatWasNotKnownBeforeIsNoChangeOfHers() {
        History first = History.from(START, living(null, null));
        assertEquals(List.of("2024-06-03 14039"), municipalities(moved(first, null, "14039", Effective.NOW)));
    }

    @Test
    void whatIsRemovedIsUnknownFromThenOn() {
        History first = History.from(START, living("14039", null));
        assertEquals(
                List.of("2024-06-03 14039", "2025-02-01 null"),
                municipalities(moved(first, "14039", null, Effective.NOW)));
        assertEquals(List.of(), municipalities(moved(first, "14039", null, new Effective(null, true))));
    }

    @Test
    void aChangeBeforeALaterOneIsRefused() {
        History first = moved(History.from(START, living("14039", null)), "14039", "14097", Effective.NOW);
        History.Overtaken refused = assertThrows(
                History.Overtaken.class,
                () -> moved(first, "14097", "14120", new Effective(LocalDate.of(2024, 9, 1), false)));
        assertEquals("municipality", refused.attribute());
    }

    record Step(String municipality, Schooling schooling, Effective effective) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of("14039", "14097", "14120").injectNull(0.2),
                        Arbitraries.of(Schooling.class).injectNull(0.3),
                        Arbitraries.integers()
                                .between(0, 240)
                                .map(START::plusDays)
                                .injectNull(0.4),
                        Arbitraries.of(true, false))
                .as((municipality, schooling, from, correction) ->
                        new Step(municipality, schooling, new Effective(from, correction)))
                .list()
                .ofMaxSize(12);
    }

    /** Whatever happened: entries in order of date, no two alike in a row, and the last is the current value. */
    @Property
    void endsWithTheCurrentValueAndStaysInOrder(@ForAll("steps") List<Step> steps) {
        Attributes now = living("14039", null);
        History history = History.from(START, now);
        for (Step step : steps) {
            Attributes next = living(step.municipality, step.schooling);
            try {
                history = history.with(now, next, Set.of("municipality"), step.effective, START, TODAY);
                now = next;
            } catch (History.Overtaken refused) {
                continue;
            }
            check(history, now);
        }
    }

    private static void check(History history, Attributes now) {
        for (Map.Entry<String, List<History.Entry>> attribute :
                history.byAttribute().entrySet()) {
            List<History.Entry> entries = attribute.getValue();
            for (int i = 1; i < entries.size(); i++) {
                assertTrue(entries.get(i - 1).from().isBefore(entries.get(i).from()));
                assertTrue(!entries.get(i - 1).value().equals(entries.get(i).value()));
            }
            var current = now.byName().get(attribute.getKey());
            var last = entries.getLast().value();
            assertEquals(current == null ? "null" : current.toString(), last.toString());
        }
        now.byName().keySet().forEach(known -> assertTrue(history.byAttribute().containsKey(known)));
    }
}

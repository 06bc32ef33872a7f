package mx.trayecto.proof.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.trayecto.proof.check.Findings.Kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RecountTest {
    private static final String NONE = "00000000-0000-0000-0000-000000000000";

    private final List<Event> events = new ArrayList<>();

    @BeforeEach
    void twoWomenAreEnrolledAndOneWasThereTwice() {
        told(
                "participants",
                "p1",
                "participant.changed",
                "{'birthYear':1985,'birthMonth':11,'gender':'female','municipality':'14039',"
                        + "'history':{'municipality':[{'from':'2024-06-03','value':'14039'},{'from':'2024-07-10','value':'14097'}]}}");
        told("programs", "c", "cohort.changed", "{'program':'g','center':'z'}");
        for (String woman : List.of("1", "2")) {
            story(woman, "applied", "'on':'2024-06-03'");
            story(woman, "enrolled", "'on':'2024-06-03'");
        }
        story("1", "attendance-recorded", "'on':'2024-07-01','session':'s1','attended':true,'hours':4");
        story("1", "attendance-recorded", "'on':'2024-07-15','session':'s2','attended':true,'hours':4");
    }

    private void story(String woman, String what, String more) {
        told(
                "enrollments",
                "e" + woman,
                "enrollment." + what,
                "{'enrollment':'e%s','participant':'p%s','program':'g','cohort':'c','center':'z',%s}"
                        .formatted(woman, woman, more));
    }

    private void told(String topic, String key, String what, String data) {
        events.add(new Event(
                "trayecto." + topic + ".v1",
                0,
                events.size(),
                "t",
                key,
                1,
                1,
                events.size(),
                "id" + events.size(),
                "mx.trayecto." + what + ".v1",
                null,
                data.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }

    private Map<String, String> cells() {
        return Cells.of(Recount.of(events, Map.of()));
    }

    private String cell(String counted, String dimension, String grain, String start, String value) {
        return cells().get("t|%s|g|%s|%s|%s|%s|%s".formatted(counted, NONE, dimension, grain, start, value));
    }

    @Test
    void countsFactsEnrolmentsPersonsAndHours() {
        assertEquals("2/2/2/0", cell("enrolled", "cohort", "all", "0001-01-01", "c"));
        assertEquals("2/1/1/8", cell("trained", "total", "year", "2024-01-01", ""));
    }

    @Test
    void takesTheAttributeThatWasValidOnTheDay() {
        assertEquals("1/1/1/4", cell("attended", "municipality", "month", "2024-07-01", "14039"));
        assertEquals("1/1/1/4", cell("attended", "municipality", "month", "2024-07-01", "14097"));
        assertEquals("1/1/1/0", cell("enrolled", "ageGroup", "quarter", "2024-04-01", "30-44"));
        assertEquals("1/1/1/0", cell("enrolled", "sex", "half", "2024-01-01", "notStated"));
    }

    @Test
    void takesBackWhatWasCorrected() {
        story("1", "attendance-corrected", "'on':'2024-07-15','session':'s2','attended':false,'hours':0");
        story("1", "attendance-corrected", "'on':'2024-07-01','session':'s1','attended':true,'hours':2.5");
        assertEquals("1/1/1/2.5", cell("trained", "total", "all", "0001-01-01", ""));
    }

    @Test
    void countsARepeatedEventOnce() {
        events.addAll(List.copyOf(events));
        assertEquals("2/1/1/8", cell("trained", "total", "all", "0001-01-01", ""));
    }

    @Test
    void readsAMendedEventAsWhatItShouldHaveSaid() {
        Event last = events.removeLast();
        events.add(last.saying(null));
        Recount recount = Recount.of(events, Map.of(last.id(), last.data()));
        assertEquals("2/1/1/8", Cells.of(recount).get("t|trained|g|" + NONE + "|total|all|0001-01-01|"));
    }

    @Test
    void aMarkerOfARestoreMovesNothing() {
        Map<String, String> before = cells();
        story("1", "restored", "'on':'2024-10-09'");
        assertEquals(before, cells());
    }

    @Test
    void refusesToGuess() {
        story("1", "graduated", "'on':'2024-10-09'");
        assertThrows(IllegalStateException.class, this::cells);
    }

    @Test
    void findsEveryFactAndCellThatDiffers() {
        Recount recount = Recount.of(events, Map.of());
        Map<String, String> facts = new HashMap<>();
        recount.facts().forEach((key, fact) -> facts.put(key, fact.text()));
        Map<String, String> cells = new HashMap<>(cells());
        Findings none = new Findings();
        new FigureCheck(none).stored(new Stored(facts, cells, 0), recount);
        assertTrue(none.none());

        facts.remove("t/e1/attended/s2");
        facts.put("t/e1/attended/s3", "invented");
        cells.merge("t|enrolled|g|" + NONE + "|cohort|all|0001-01-01|c", "", (cell, x) -> "2/2/3/0");
        Findings findings = new Findings();
        new FigureCheck(findings).stored(new Stored(facts, cells, 1), recount);
        assertEquals(3, findings.count(Kind.DIFFERING));
        assertEquals(1, findings.count(Kind.BROKEN));
    }
}

package mx.trayecto.proof.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import mx.trayecto.proof.ledger.Acknowledgement;
import mx.trayecto.proof.ledger.Entry;
import mx.trayecto.proof.ledger.Write;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ExpectedTest {
    private final List<Entry> ledger = new ArrayList<>();
    private final Map<String, String> resources = new HashMap<>();

    private void promised(String kind, String resource, String... about) {
        ledger.add(new Entry(write(kind, about), new Acknowledgement(200, resource, 0, "")));
    }

    private static Write write(String kind, String... about) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < about.length; i += 2) {
            map.put(about[i], about[i + 1]);
        }
        return Write.of(kind, "programs", map);
    }

    private void attended(String kind, String session, String enrollment, int hours) {
        promised(
                kind,
                "x",
                "cohort",
                "c",
                "session",
                session,
                "enrollment",
                enrollment,
                "attended",
                Boolean.toString(hours > 0),
                "hours",
                Integer.toString(hours));
    }

    private Map<String, String> figures() {
        return Expected.of(ledger, new Kept(Map.of(), resources, Map.of()));
    }

    @Test
    void countsPersonsOnceHoweverOftenTheyEnrol() {
        promised("enroll", "e1", "participant", "p", "cohort", "c");
        promised("withdraw", "e1", "enrollment", "e1", "cohort", "c");
        promised("enroll", "e2", "participant", "p", "cohort", "c");
        promised("complete", "k", "enrollment", "e2", "cohort", "c", "module", "m");
        assertEquals(Map.of("enrolled/c", "1", "withdrawn/c", "1", "trained/c", "1"), figures());
    }

    @Test
    void followsCorrectionsUpAndDown() {
        promised("enroll", "e1", "participant", "p", "cohort", "c");
        promised("enroll", "e2", "participant", "q", "cohort", "c");
        attended("attend", "s1", "e1", 4);
        attended("attend", "s2", "e2", 0);
        attended("correct", "s1", "e1", 0);
        attended("correct", "s2", "e2", 2);
        assertEquals(Map.of("enrolled/c", "2", "trained/c", "1", "hours/c", "2"), figures());
    }

    @Test
    void countsWhatWasCarriedOutWithoutItsClientKnowing() {
        Write unheard = write("enroll", "participant", "p", "cohort", "c");
        ledger.add(new Entry(unheard, null));
        resources.put(unheard.id(), "e1");
        promised("complete", "k", "enrollment", "e1", "cohort", "c", "module", "m");
        assertEquals(Map.of("enrolled/c", "1", "trained/c", "1"), figures());
    }
}

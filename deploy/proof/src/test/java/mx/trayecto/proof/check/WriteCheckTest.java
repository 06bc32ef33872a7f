package mx.trayecto.proof.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.trayecto.proof.check.Findings.Kind;
import mx.trayecto.proof.ledger.Acknowledgement;
import mx.trayecto.proof.ledger.Entry;
import mx.trayecto.proof.ledger.Write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class WriteCheckTest {
    private final List<Entry> ledger = new ArrayList<>();
    private final Map<String, Integer> deeds = new HashMap<>();
    private final Map<String, String> resources = new HashMap<>();
    private final Map<String, String> rows = new HashMap<>();
    private final Findings findings = new Findings();
    private Write enrolled;
    private Write attended;

    @BeforeEach
    void aWomanIsEnrolledAndWasThere() {
        enrolled = promised(Write.of("enroll", "programs", Map.of("participant", "p", "cohort", "c")), "e");
        attended = promised(
                Write.of(
                        "attend",
                        "programs",
                        Map.of("session", "s", "enrollment", "e", "cohort", "c", "attended", "true", "hours", "4")),
                "s");
        rows.put(Kept.key("enrollment", "e"), "p c active");
        rows.put(Kept.key("attendance", "s", "e"), "true 4");
    }

    private Write promised(Write write, String resource) {
        ledger.add(new Entry(write, new Acknowledgement(201, resource, 0, "")));
        done(write, resource);
        return write;
    }

    private void done(Write write, String resource) {
        deeds.merge(write.id() + "/" + write.kind(), 1, Integer::sum);
        resources.put(write.id(), resource);
    }

    private List<Entry> check() {
        return new WriteCheck(ledger, new Kept(deeds, resources, rows), findings).run();
    }

    @Test
    void findsNothingWhereEverythingWasKept() {
        assertEquals(2, check().size());
        assertTrue(findings.none());
    }

    @Test
    void findsAnAcknowledgedWriteThatNobodyCarriedOut() {
        deeds.remove(attended.id() + "/attend");
        check();
        assertEquals(1, findings.count(Kind.MISSING));
    }

    @Test
    void findsARowThatIsGone() {
        rows.remove(Kept.key("attendance", "s", "e"));
        check();
        assertEquals(1, findings.count(Kind.MISSING));
    }

    @Test
    void findsARowThatWentBackToWhatItWas() {
        rows.put(Kept.key("enrollment", "e"), "p c enrolled");
        check();
        assertEquals(1, findings.count(Kind.MISSING));
    }

    @Test
    void findsAWriteCarriedOutTwice() {
        done(enrolled, "e");
        check();
        assertEquals(1, findings.count(Kind.TWICE));
    }

    @Test
    void findsARowThatNobodyAskedFor() {
        rows.put(Kept.key("enrollment", "e2"), "p c enrolled");
        check();
        assertEquals(1, findings.count(Kind.TWICE));
    }

    @Test
    void findsAnAcknowledgementOfAnotherResource() {
        resources.put(enrolled.id(), "e9");
        check();
        assertEquals(1, findings.count(Kind.MISSING));
    }

    @Test
    void letsAnUnacknowledgedWriteBeThereOnceOrNotAtAll() {
        Write lost = Write.of("register", "participants", Map.of());
        Write landed = Write.of("register", "participants", Map.of());
        ledger.add(new Entry(lost, null));
        ledger.add(new Entry(landed, null));
        done(landed, "p2");
        rows.put(Kept.key("participant", "p2"), "");
        assertEquals(3, check().size());
        assertTrue(findings.none());
    }

    @Test
    void findsAnUnacknowledgedWriteThatIsThereTwice() {
        Write landed = Write.of("withdraw", "programs", Map.of("enrollment", "e", "cohort", "c"));
        ledger.add(new Entry(landed, null));
        done(landed, "e");
        done(landed, "e");
        rows.put(Kept.key("enrollment", "e"), "p c withdrawn");
        check();
        assertEquals(1, findings.count(Kind.TWICE));
        assertEquals(0, findings.count(Kind.MISSING));
    }

    @Test
    void findsAWriteThatARestoreShouldHaveUndone() {
        Entry undone = new Entry(
                Write.of("withdraw", "programs", Map.of("enrollment", "e")), new Acknowledgement(200, "e", 1, ""));
        WriteCheck check = new WriteCheck(ledger, new Kept(deeds, resources, rows), findings);
        check.undone(List.of(undone));
        assertTrue(findings.none());
        check.undone(List.of(undone, ledger.getFirst()));
        assertEquals(1, findings.count(Kind.TWICE));
        assertEquals(3, findings.notes().get("lost writes"));
        assertEquals(2, findings.notes().get("lost writes undone"));
    }
}

package mx.trayecto.proof.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import mx.trayecto.proof.check.Findings.Kind;
import mx.trayecto.proof.ledger.Entry;
import mx.trayecto.proof.ledger.Write;

/**
 * The clients' ledger against what the owners keep: every acknowledged write exactly once, every other at most once, and
 * nothing that nobody asked for.
 */
public final class WriteCheck {
    private final List<Entry> ledger;
    private final Kept kept;
    private final Findings findings;
    private final Map<String, Integer> carriedOut = new HashMap<>();

    public WriteCheck(List<Entry> ledger, Kept kept, Findings findings) {
        this.ledger = ledger;
        this.kept = kept;
        this.findings = findings;
        kept.deeds().forEach((deed, times) -> carriedOut.merge(deed.substring(0, 32), times, Math::max));
    }

    /** @return the writes that count: acknowledged, or carried out without their client knowing */
    public List<Entry> run() {
        List<Entry> effective = ledger.stream().filter(this::effective).toList();
        Map<String, String> expected = new HashMap<>();
        effective.forEach(entry -> expect(entry, expected));
        expected.forEach(this::compare);
        Set<String> invented = new HashSet<>(kept.rows().keySet());
        invented.removeAll(expected.keySet());
        invented.forEach(row -> findings.add(Kind.TWICE, row + " is there, though no write of the ledger made it"));
        findings.note(
                "never acknowledged",
                ledger.stream().filter(entry -> !entry.acknowledged()).count());
        return effective;
    }

    /** Writes that a restore is known to have lost: nobody may have kept them. */
    public void undone(List<Entry> lost) {
        int undone = 0;
        for (Entry entry : lost) {
            Write write = entry.write();
            if (carriedOut.containsKey(write.id())) {
                findings.add(Kind.TWICE, write.kind() + " " + write.id() + " of the lost time is there");
            } else if (entry.acknowledged()) {
                undone++;
            }
        }
        findings.note("lost writes", lost.stream().filter(Entry::acknowledged).count());
        findings.note("lost writes undone", undone);
    }

    private boolean effective(Entry entry) {
        Write write = entry.write();
        int times = carriedOut.getOrDefault(write.id(), 0);
        if (times > 1) {
            findings.add(Kind.TWICE, write.kind() + " " + write.id() + " was carried out " + times + " times");
        }
        if (!entry.acknowledged()) {
            return times > 0;
        }
        if (times == 0) {
            findings.add(Kind.MISSING, write.kind() + " " + write.id() + " was acknowledged, but nobody audited it");
        } else if (write.kind().equals("enroll")
                && !entry.acknowledgement().resource().equals(kept.resources().get(write.id()))) {
            findings.add(Kind.MISSING, write.kind() + " " + write.id() + " made another resource than it was told");
        }
        return true;
    }

    /** What the row reads when nothing was lost; later writes of the ledger prevail. */
    private void expect(Entry entry, Map<String, String> rows) {
        Write write = entry.write();
        String resource = entry.acknowledged()
                ? entry.acknowledgement().resource()
                : kept.resources().get(write.id());
        String enrollment = write.about("enrollment");
        switch (write.kind()) {
            case "register" -> rows.put(Kept.key("participant", resource), "");
            case "session" -> rows.put(Kept.key("session", resource), write.about("cohort"));
            case "enroll" -> rows.put(Kept.key("enrollment", resource), enrolled(write, "enrolled"));
            case "activate" -> status(rows, enrollment, "active");
            case "withdraw" -> status(rows, enrollment, "withdrawn");
            case "complete" -> {
                rows.put(Kept.key("completion", enrollment, write.about("module")), "");
                status(rows, enrollment, "active");
            }
            case "attend", "correct" -> {
                rows.put(
                        Kept.key("attendance", write.about("session"), enrollment),
                        write.about("attended") + " " + write.about("hours"));
                if (write.about("attended").equals("true")) {
                    status(rows, enrollment, "active");
                }
            }
            default -> {
                // setting up leaves nothing that figures are made of
            }
        }
    }

    private static String enrolled(Write write, String status) {
        return write.about("participant") + " " + write.about("cohort") + " " + status;
    }

    private static void status(Map<String, String> rows, String enrollment, String status) {
        rows.computeIfPresent(
                Kept.key("enrollment", enrollment), (key, row) -> row.substring(0, row.lastIndexOf(' ') + 1) + status);
    }

    private void compare(String key, String expected) {
        String row = kept.rows().get(key);
        if (row == null) {
            findings.add(Kind.MISSING, key + " is gone");
        } else if (!row.equals(expected)) {
            findings.add(Kind.MISSING, key + " reads \"" + row + "\" instead of \"" + expected + "\"");
        }
    }
}

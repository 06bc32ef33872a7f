package mx.trayecto.proof.check;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

import mx.trayecto.proof.check.Findings.Kind;

/** What indicators-service holds against a recount of the topics, fact by fact and cell by cell. */
public final class FigureCheck {
    private final Findings findings;

    public FigureCheck(Findings findings) {
        this.findings = findings;
    }

    public void stored(Stored stored, Recount recount) {
        Map<String, String> facts = new HashMap<>();
        recount.facts().forEach((key, fact) -> facts.put(key, fact.text()));
        same("fact", facts, stored.facts());
        same("cell", Cells.of(recount), stored.cells());
        if (stored.parked() > 0) {
            findings.add(Kind.BROKEN, stored.parked() + " keys are parked");
        }
        findings.note("facts compared", facts.size());
        findings.note("cells compared", stored.cells().size());
    }

    /** Whether one set of rows reads like another. */
    public void same(String what, Map<String, String> expected, Map<String, String> actual) {
        var keys = new TreeSet<>(expected.keySet());
        keys.addAll(actual.keySet());
        for (String key : keys) {
            String wanted = expected.get(key);
            String found = actual.get(key);
            if (wanted == null || !wanted.equals(found)) {
                findings.add(Kind.DIFFERING, what + " " + key + " is " + found + " instead of " + wanted);
            }
        }
    }
}

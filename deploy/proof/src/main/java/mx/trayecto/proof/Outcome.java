package mx.trayecto.proof;

import java.util.List;
import java.util.Map;

import mx.trayecto.proof.check.Findings;
import mx.trayecto.proof.check.Findings.Kind;

/** What a proof came to: one line of the table. */
public record Outcome(
        String promise,
        String fault,
        int cycles,
        long acknowledged,
        int missing,
        int twice,
        int inverted,
        int differing,
        int broken,
        long seconds,
        boolean kept,
        List<String> examples,
        Map<String, Long> notes) {

    public static Outcome of(
            String promise, String fault, int cycles, long acknowledged, Findings findings, long seconds) {
        return new Outcome(
                promise,
                fault,
                cycles,
                acknowledged,
                findings.count(Kind.MISSING),
                findings.count(Kind.TWICE),
                findings.count(Kind.INVERTED),
                findings.count(Kind.DIFFERING),
                findings.count(Kind.BROKEN),
                seconds,
                findings.none(),
                List.copyOf(findings.examples()),
                Map.copyOf(findings.notes()));
    }
}

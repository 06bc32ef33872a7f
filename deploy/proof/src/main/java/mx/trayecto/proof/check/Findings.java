package mx.trayecto.proof.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is wrong, counted by kind with the first few examples; and what is merely worth telling. */
public final class Findings {
    private static final int EXAMPLES = 5;

    /** Kinds of fault. */
    public enum Kind {
        /** Acknowledged, but not there. */
        MISSING,
        /** There more than once, or without anybody having asked for it. */
        TWICE,
        /** Out of order, or with a gap. */
        INVERTED,
        /** A fact, a cell or a figure that is not what it should be. */
        DIFFERING,
        /** Something else that was promised and not kept. */
        BROKEN
    }

    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private final List<String> examples = new ArrayList<>();
    private final Map<String, Long> notes = new LinkedHashMap<>();

    public void add(Kind kind, String what) {
        if (counts.merge(kind, 1, Integer::sum) <= EXAMPLES) {
            examples.add(kind.name().toLowerCase(Locale.ROOT) + ": " + what);
        }
    }

    /** Says how often something was seen that is no fault. */
    public void note(String what, long count) {
        notes.merge(what, count, Long::sum);
    }

    public int count(Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    public boolean none() {
        return counts.isEmpty();
    }

    public List<String> examples() {
        return examples;
    }

    public Map<String, Long> notes() {
        return notes;
    }
}

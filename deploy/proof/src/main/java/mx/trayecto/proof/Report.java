package mx.trayecto.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** What the person who started it reads, and the same for machines. */
public final class Report {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String ROW = "%-5s %-36s %6s %8s %8s %6s %9s %10s %7s %8s  %s%n";

    private Report() {}

    public static void progress(String promise, int done, int all, long acknowledged) {
        System.out.printf("  %s %d/%d, %d writes acknowledged%n", promise, done, all, acknowledged);
    }

    public static void say(String what) {
        System.out.println(what);
    }

    static void write(Outcome outcome, long seed, Path target) {
        var told = new TreeMap<String, Object>();
        told.put("outcome", outcome);
        told.put("seed", seed);
        try {
            Files.createDirectories(target);
            Files.writeString(
                    target.resolve(outcome.promise().toLowerCase(Locale.ROOT) + ".json"),
                    JSON.writeValueAsString(told) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void table(List<Outcome> outcomes) {
        System.out.printf(
                "%n" + ROW,
                "",
                "fault",
                "cycles",
                "acked",
                "missing",
                "twice",
                "inverted",
                "differing",
                "broken",
                "seconds",
                "");
        for (Outcome outcome : outcomes) {
            System.out.printf(
                    ROW,
                    outcome.promise(),
                    outcome.fault(),
                    outcome.cycles(),
                    outcome.acknowledged(),
                    outcome.missing(),
                    outcome.twice(),
                    outcome.inverted(),
                    outcome.differing(),
                    outcome.broken(),
                    outcome.seconds(),
                    outcome.kept() ? "kept" : "BROKEN");
        }
        for (Outcome outcome : outcomes) {
            outcome.examples().forEach(example -> System.out.println("\n" + outcome.promise() + " " + example));
            System.out.println("\n" + outcome.promise() + " " + new TreeMap<>(outcome.notes()));
        }
    }
}

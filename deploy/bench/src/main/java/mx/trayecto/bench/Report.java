package mx.trayecto.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** What the person who started it reads, and the same for machines. */
public final class Report {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String ROW = "%-4s %-58s %10s %10s %10s %10s  %s%n";

    private Report() {}

    public static void say(String what) {
        System.out.println(what);
    }

    static void write(Outcome outcome, Map<String, Object> machine, Path folder) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("benchmark", outcome.name());
        told.put("reached", outcome.reached());
        told.put("lines", outcome.lines().stream().map(Report::json).toList());
        told.put("details", outcome.details());
        told.put("remarks", outcome.remarks());
        told.put("machine", machine);
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(outcome.name() + ".json"), JSON.writeValueAsString(told) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> json(Line line) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("what", line.what());
        told.put("unit", line.unit());
        told.put("median", line.median());
        told.put("min", line.min());
        told.put("max", line.max());
        told.put(line.atLeast() ? "atLeast" : "atMost", line.bound());
        told.put("reached", line.reached());
        told.put("values", line.values());
        return told;
    }

    static void table(List<Outcome> outcomes) {
        System.out.printf("%n" + ROW, "", "", "median", "min", "max", "to reach", "reached");
        for (Outcome outcome : outcomes) {
            for (Line line : outcome.lines()) {
                System.out.printf(
                        ROW,
                        outcome.name().toUpperCase(),
                        line.what(),
                        figure(line, line.median()),
                        figure(line, line.min()),
                        figure(line, line.max()),
                        (line.atLeast() ? ">= " : "<= ") + figure(line, line.bound()),
                        line.reached() ? "yes" : "NO");
            }
        }
        for (Outcome outcome : outcomes) {
            outcome.remarks().forEach(remark -> say(outcome.name().toUpperCase() + " " + remark));
        }
    }

    private static String figure(Line line, double value) {
        return line.unit().isEmpty() ? "%.3f".formatted(value) : "%.1f %s".formatted(value, line.unit());
    }
}

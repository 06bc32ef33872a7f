package mx.trayecto.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.local.demo.Api.Caller;

/** The donor's table as the API tells it at the end, held against what was printed, and why some did not graduate. */
final class Results {
    private final List<Map<String, String>> rows = new ArrayList<>();
    private final Map<String, String> discrepancies = new TreeMap<>();
    private final List<String> explanations = new ArrayList<>();
    private final String reach;

    Results(Api api, DonorFramework framework) {
        api.settle();
        JsonNode table = api.get(Caller.ANALYST, "/v1/frameworks/" + framework.id() + "/achievement")
                .body();
        List<DonorRow> printed = framework.rows();
        if (table.path("rows").size() != printed.size()) {
            throw new DemoFailure("the donor's table has %d rows instead of %d"
                    .formatted(table.path("rows").size(), printed.size()));
        }
        for (int i = 0; i < printed.size(); i++) {
            row(table.path("rows").get(i), printed.get(i));
        }
        reach = "As of %s; events not yet readable: %d"
                .formatted(
                        table.path("asOf").asText("-"), table.path("incomplete").asLong());
    }

    /** What was declared and what is computed differ in one row alone, which explains it. */
    Map<String, String> discrepancies() {
        return discrepancies;
    }

    private void row(JsonNode row, DonorRow printed) {
        JsonNode discrepancy = row.path("discrepancy");
        String code = row.path("code").asText();
        Map<String, String> declared = new LinkedHashMap<>();
        declared.put("baseline", statement(row.path("baseline")));
        declared.put("target", statement(row.path("target")));
        declared.put("declared", actual(row.path("declaredActual")));
        declared.put("percent", Figure.plain(row.path("declaredPercent")));
        declared.put("label", row.at("/declaredLabel/es").asText(""));
        List<String> differences = Figures.differences(printed.printed(), declared);
        if (!code.equals(printed.code()) || !differences.isEmpty()) {
            throw new DemoFailure("row %s of the donor's table, printed as %s: %s"
                    .formatted(code, printed.code(), String.join("; ", differences)));
        }
        Map<String, String> told = new LinkedHashMap<>();
        told.put("row", code);
        told.put("baseline", declared.get("baseline"));
        told.put("target", declared.get("target"));
        told.put("actual", actual(row.path("actual")));
        told.put("percent", Figure.plain(row.path("percent")));
        told.put("label", row.at("/label/es").asText(""));
        told.put("declaredLabel", declared.get("label"));
        told.put(
                "discrepancy",
                discrepancy.isMissingNode() || discrepancy.isNull()
                        ? ""
                        : "declared %s, computed %s"
                                .formatted(
                                        Figure.plain(discrepancy.path("declaredActual")),
                                        Figure.plain(discrepancy.path("computedActual"))));
        rows.add(told);
        if (!told.get("discrepancy").isEmpty()) {
            discrepancies.put(code, told.get("discrepancy"));
            explanations.add(code + ": " + discrepancy.at("/explanation/es").asText("sin explicación"));
        }
    }

    private static String statement(JsonNode statement) {
        return switch (statement.path("kind").asText("")) {
            case "number" -> Figure.plain(statement.path("number"));
            case "text" -> statement.at("/text/es").asText();
            case "notApplicable" -> "No aplica";
            default -> "";
        };
    }

    private static String actual(JsonNode actual) {
        return actual.hasNonNull("number")
                ? Figure.plain(actual.path("number"))
                : actual.at("/text/es").asText("");
    }

    void print(List<JsonNode> lacking) {
        System.out.println(
                "\nMarco de resultados, convenio 00111079: as the donor published it and as computed here\n");
        System.out.printf(
                "%-6s %-10s %-12s %-10s %7s  %-15s %-15s %s%n",
                "row", "LB", "Meta", "Avance", "%", "Logro", "Declared", "Discrepancy");
        for (Map<String, String> row : rows) {
            System.out.printf(
                    "%-6s %-10s %-12s %-10s %7s  %-15s %-15s %s%n", row.values().toArray());
        }
        explanations.forEach(explanation -> System.out.println("\n  ⚠ " + explanation));
        System.out.println("\n" + reach);
        System.out.printf("%nWhy %d women did not graduate:%n", lacking.size());
        Map<String, Integer> reasons = new TreeMap<>();
        lacking.forEach(woman -> woman.path("missing")
                .forEach(missing -> reasons.merge(missing.path("es").asText(), 1, Integer::sum)));
        reasons.forEach((reason, women) -> System.out.printf("%6d  %s%n", women, reason));
    }

    /** Writes the table, and the figures beside it, for others to compare. */
    void write(Path folder, Figures figures) {
        List<String> framework = new ArrayList<>();
        framework.add(line(rows.getFirst().keySet().stream().toList()));
        rows.forEach(row -> framework.add(line(List.copyOf(row.values()))));
        List<String> lines = new ArrayList<>(List.of("figure,value"));
        figures.cells().forEach((name, value) -> lines.add(line(List.of(name, value))));
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("framework.csv"), framework);
            Files.write(folder.resolve("figures.csv"), lines);
        } catch (IOException e) {
            throw new DemoFailure("the results cannot be written: " + e.getMessage());
        }
        System.out.println("\nWritten: target/demo/framework.csv, target/demo/figures.csv");
    }

    /** RFC 4180. */
    private static String line(List<String> values) {
        return values.stream()
                .map(value -> value.matches("[^\",\r\n]*") ? value : '"' + value.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }
}

package mx.trayecto.local.demo;

import java.io.IOException;
import java.math.BigDecimal;
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

/** What the API tells at the end: the donor's table, the programme's figures, why some did not graduate. */
final class Results {
    private static final Map<String, String> CENTER_NAMES = Map.of(
            SecondChance.CREA, "crea",
            SecondChance.CJM_GUADALAJARA, "cjm-guadalajara",
            SecondChance.CJM_TLAJOMULCO, "cjm-tlajomulco");

    private final Map<String, String> figures = new LinkedHashMap<>();
    private final List<Map<String, String>> rows = new ArrayList<>();
    private final List<String> explanations = new ArrayList<>();
    private final String reach;

    Results(Api api, DonorFramework framework) {
        api.settle();
        byCenter(api, framework, "trained", "2024");
        byCenter(api, framework, "graduated", "2024");
        total(api, framework, "graduated-total", "graduated.total", "all");
        total(api, framework, "mentors", "mentors", "all");
        total(api, framework, "facilitators", "facilitators", "all");
        total(api, framework, "officials", "officials", "all");
        total(api, framework, "transfer-hours", "transfer.hours", "all");
        byCenter(api, framework, "ceremony", "2024");
        JsonNode table = api.get(Caller.ANALYST, "/v1/frameworks/" + framework.id() + "/achievement")
                .body();
        table.path("rows").forEach(this::row);
        reach = "As of %s; events not yet readable: %d"
                .formatted(
                        table.path("asOf").asText("-"), table.path("incomplete").asLong());
    }

    private void byCenter(Api api, DonorFramework framework, String name, String period) {
        JsonNode values = values(api, framework, name, period, "&by=center");
        figures.put(name, number(values.path("total").path("value")));
        values.path("cells")
                .forEach(cell -> figures.put(
                        name + "."
                                + CENTER_NAMES.getOrDefault(
                                        cell.path("code").asText(),
                                        cell.path("key").asText()),
                        number(cell.path("value"))));
    }

    private void total(Api api, DonorFramework framework, String indicator, String name, String period) {
        figures.put(
                name,
                number(values(api, framework, indicator, period, "")
                        .path("total")
                        .path("value")));
    }

    private static JsonNode values(Api api, DonorFramework framework, String name, String period, String by) {
        return api.get(
                        Caller.ANALYST,
                        "/v1/indicators/" + framework.figures().get(name) + "/values?period=" + period + by)
                .body();
    }

    private void row(JsonNode row) {
        Map<String, String> told = new LinkedHashMap<>();
        JsonNode discrepancy = row.path("discrepancy");
        told.put("row", row.path("code").asText());
        told.put("baseline", statement(row.path("baseline")));
        told.put("target", statement(row.path("target")));
        told.put("actual", actual(row.path("actual")));
        told.put("percent", number(row.path("percent")));
        told.put("label", row.path("label").path("es").asText(""));
        told.put("declaredLabel", row.path("declaredLabel").path("es").asText(""));
        told.put(
                "discrepancy",
                discrepancy.isMissingNode() || discrepancy.isNull()
                        ? ""
                        : "declared %s, computed %s"
                                .formatted(
                                        number(discrepancy.path("declaredActual")),
                                        number(discrepancy.path("computedActual"))));
        rows.add(told);
        if (!told.get("discrepancy").isEmpty()) {
            explanations.add(told.get("row") + ": "
                    + discrepancy.path("explanation").path("es").asText("sin explicación"));
        }
    }

    private static String statement(JsonNode statement) {
        return switch (statement.path("kind").asText("")) {
            case "number" -> number(statement.path("number"));
            case "text" -> statement.path("text").path("es").asText();
            case "notApplicable" -> "No aplica";
            default -> "";
        };
    }

    private static String actual(JsonNode actual) {
        return actual.hasNonNull("number")
                ? number(actual.path("number"))
                : actual.path("text").path("es").asText("");
    }

    private static String number(JsonNode number) {
        return number.isNumber()
                ? new BigDecimal(number.asText()).stripTrailingZeros().toPlainString()
                : "";
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
        System.out.println("\n" + reach + "\n");
        figures.forEach((name, value) -> System.out.printf("%-28s %6s%n", name, value));
        System.out.printf("%nWhy %d women did not graduate:%n", lacking.size());
        Map<String, Integer> reasons = new TreeMap<>();
        lacking.forEach(woman -> woman.path("missing")
                .forEach(missing -> reasons.merge(missing.path("es").asText(), 1, Integer::sum)));
        reasons.forEach((reason, women) -> System.out.printf("%6d  %s%n", women, reason));
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<String> framework = new ArrayList<>();
        framework.add(String.join(",", rows.getFirst().keySet()));
        rows.forEach(
                row -> framework.add(row.values().stream().map(Results::csv).collect(Collectors.joining(","))));
        Files.write(folder.resolve("framework.csv"), framework);
        List<String> lines = new ArrayList<>(List.of("figure,value"));
        figures.forEach((name, value) -> lines.add(csv(name) + "," + csv(value)));
        Files.write(folder.resolve("figures.csv"), lines);
        System.out.println("\nWritten: target/demo/framework.csv, target/demo/figures.csv");
    }

    /** RFC 4180. */
    private static String csv(String value) {
        return value.matches("[^\",\r\n]*") ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}

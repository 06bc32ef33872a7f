package mx.trayecto.local.demo;

import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.local.demo.Api.Caller;

/**
 * What one indicator computes from everything that was told so far, period by period. A number that is not exact is
 * written with its qualifier, {@code at-least 0}: what is unknown is no zero.
 */
final class Figure {
    private final Figures figures;
    private final Api api;
    private final String name;
    private final String path;

    Figure(Figures figures, Api api, String name, String indicator) {
        this.figures = figures;
        this.api = api;
        this.name = name;
        path = "/v1/indicators/" + indicator + "/values?period=";
    }

    /** In total, as it was published. */
    Figure published(String period, Object value) {
        return total(Figures.PUBLISHED, period, value);
    }

    /** In total, where only the case knows what it must be. */
    Figure setUp(String period, Object value) {
        return total(Figures.SET_UP, period, value);
    }

    /** Broken down, as it was published. */
    Figure published(String period, String by, Map<String, ?> cells) {
        return cells(Figures.PUBLISHED, period, by, cells);
    }

    /** Broken down, where only the case knows what each cell must be. */
    Figure setUp(String period, String by, Map<String, ?> cells) {
        return cells(Figures.SET_UP, period, by, cells);
    }

    private Figure total(String says, String period, Object value) {
        figures.hold(named(period), says, Map.of(Figures.TOTAL, value), () -> {
            JsonNode total = values(period).path("total");
            return new TreeMap<>(Map.of(Figures.TOTAL, value(total.path("value"), total.path("qualifier"))));
        });
        return this;
    }

    /** Broken down; {@code says} which part of it was published. */
    Figure cells(String says, String period, String by, Map<String, ?> expected) {
        figures.hold(named(period) + " by " + by, says, expected, () -> {
            SortedMap<String, String> cells = new TreeMap<>();
            values(period + "&by=" + by)
                    .path("cells")
                    .forEach(cell -> cells.put(called(cell), value(cell.path("value"), cell.path("qualifier"))));
            return cells;
        });
        return this;
    }

    private String named(String period) {
        return period.equals("all") ? name : name + " " + period;
    }

    private JsonNode values(String period) {
        return api.get(Caller.ANALYST, path + period).body();
    }

    /** By its code; an institution, which has none, by its name. */
    private static String called(JsonNode cell) {
        String key = cell.path("key").asText();
        return cell.hasNonNull("code")
                ? cell.path("code").asText()
                : key.length() == 36 ? cell.at("/label/es").asText(key) : key;
    }

    static String value(JsonNode number, JsonNode qualifier) {
        return qualifier.isTextual() && !qualifier.asText().equals("exact")
                ? qualifier.asText() + " " + plain(number)
                : plain(number);
    }

    /** Without needless zeros; of no number nothing. */
    static String plain(JsonNode number) {
        return number.isNumber()
                ? new BigDecimal(number.asText()).stripTrailingZeros().toPlainString()
                : "";
    }
}

package mx.trayecto.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.local.Json;
import mx.trayecto.local.demo.Api.Caller;

import static mx.trayecto.local.Json.bilingual;

/**
 * The figures of a case, each held against what it must be, cell by cell; the first that differs ends the case. What was
 * published is told apart from what only the case set up, and both from what no record here can show.
 */
final class Figures {
    static final String PUBLISHED = "as published";
    static final String SET_UP = "as set up here: not published";

    /** The key of what stands for itself and is no cell of a breakdown. */
    static final String TOTAL = "";

    /** More cells than these are not counted at a glance. */
    private static final int FEW = 8;

    /** Imports tell no positions to wait for: what their rows come to arrives within this. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Api api;
    private final List<Shown> shown = new ArrayList<>();
    private final List<Held> held = new ArrayList<>();
    private String framework;

    Figures(Api api) {
        this.api = api;
    }

    /**
     * A figure as it is shown.
     *
     * @param cells by what they are called; of a figure that is not broken down its {@link #TOTAL}
     * @param says where the number comes from
     */
    private record Shown(String name, SortedMap<String, String> cells, String says) {
        String line() {
            String told = cells.entrySet().stream()
                    .map(cell -> (cell.getKey() + " " + cell.getValue()).strip())
                    .collect(Collectors.joining(", ", cells.size() > FEW ? cells.size() + ": " : "", ""));
            return "    %-34s %s  (%s)".formatted(name, told, says);
        }
    }

    private record Held(String name, String says, Map<String, ?> expected, Supplier<SortedMap<String, String>> read) {
        /** Refuses what differs. */
        void against(SortedMap<String, String> got) {
            List<String> differences = differences(expected, got);
            if (!differences.isEmpty()) {
                throw new DemoFailure("%s (%s): %s".formatted(name, says, String.join("; ", differences)));
            }
        }
    }

    /** An indicator that is computed from records, whose figures are still to be asked for. */
    Figure figure(String name, String basis, Map<String, Object> measure) {
        api.settle(); // a measure names what the indicators know
        String kind = switch (basis) {
            case "money" -> "amount";
            case "hours" -> "hours";
            default -> "count";
        };
        return new Figure(this, api, name, indicator(name, kind, basis, Json.of("measure", measure)));
    }

    /**
     * A number that was published without the records behind it: reported with its qualifier, accepted by a second person.
     *
     * @param qualifier {@code at-least}, {@code at-most}, {@code about}; null where it is exact
     */
    void reported(String name, String kind, String basis, int number, String qualifier, String period, String title) {
        reported(name, kind, basis, number, qualifier, period, title, null);
    }

    /** @param why it is not computed here, though it will be */
    void reported(
            String name,
            String kind,
            String basis,
            int number,
            String qualifier,
            String period,
            String title,
            String why) {
        report(
                name,
                indicator(name, kind, basis, Json.of()),
                period,
                Json.of("kind", "number", "number", number, "qualifier", qualifier),
                (qualifier == null ? "" : qualifier + " ") + number,
                title,
                why);
    }

    /**
     * What was published in words alone, such as a percentage of nobody knows how many: it is kept as it was printed.
     *
     * @param why it is no number here
     */
    void printed(String name, String text, String title, String why) {
        report(
                name,
                indicator(name, "percentage", "persons", Json.of()),
                null,
                Json.of("kind", "text", "text", bilingual(text)),
                text,
                title,
                why);
    }

    /** A published number with its target, and what comes of the two: {@code 91 of 100, 91% 91%}. */
    void aimed(String name, String basis, int number, int target, String achieved, String title) {
        String indicator = indicator(name, "count", basis, Json.of("target", Measures.number(target)));
        report(name, indicator, null, Measures.number(number), Integer.toString(number), title, null);
        expect(
                name + " of target",
                achievement(indicator),
                "%d of %d, %s".formatted(number, target, achieved),
                PUBLISHED);
    }

    private String achievement(String indicator) {
        for (JsonNode row : api.get(Caller.ANALYST, "/v1/frameworks/" + framework() + "/achievement")
                .body()
                .path("rows")) {
            if (row.path("indicator").asText().equals(indicator)) {
                return "%s of %s, %s%% %s"
                        .formatted(
                                Figure.plain(row.at("/actual/number")),
                                Figure.plain(row.at("/target/number")),
                                Figure.plain(row.path("percent")),
                                row.at("/label/es").asText());
            }
        }
        return "";
    }

    private void report(
            String name,
            String indicator,
            String period,
            Map<String, Object> value,
            String expected,
            String title,
            String why) {
        String of = name + (period == null ? "" : " " + period);
        String path = "/v1/indicators/" + indicator + "/reported-values";
        String reported = api.post(
                        Caller.ANALYST,
                        "reported/" + of,
                        path,
                        Json.of("period", period, "value", value, "evidence", Evidence.of(title), "note", why))
                .id();
        api.post(Caller.REVIEWER, "review/" + of, path + "/" + reported + "/review", Json.of("decision", "accepted"));
        JsonNode stands = api.get(Caller.ANALYST, path + "/" + reported).body();
        JsonNode told = stands.path("value");
        String said = told.path("kind").asText().equals("text")
                ? told.at("/text/es").asText()
                : Figure.value(told.path("number"), told.path("qualifier"));
        expect(
                of + " (r)",
                said + (stands.path("status").asText().equals("accepted") ? "" : ", not accepted"),
                expected,
                "reported, no records: " + title + (why == null ? "" : "; " + why));
    }

    /** What came out elsewhere than at the indicators; {@code says} where, and why they do not tell it. */
    void expect(String name, String got, Object expected, String says) {
        hold(name, says, Map.of(TOTAL, expected), () -> new TreeMap<>(Map.of(TOTAL, got)));
    }

    /** Holds what comes out against what it must be, as soon as it is that. */
    void hold(String name, String says, Map<String, ?> expected, Supplier<SortedMap<String, String>> read) {
        api.settle();
        Instant deadline = Instant.now().plus(PATIENCE);
        SortedMap<String, String> got = read.get();
        while (!differences(expected, got).isEmpty() && Instant.now().isBefore(deadline)) {
            Api.pause(300);
            got = read.get();
        }
        Held figure = new Held(name, says, expected, read);
        figure.against(got);
        held.add(figure);
        shown.add(new Shown(name, got, says));
    }

    /** Reads everything once more: what reached its value and went on beyond it is not what it must be. */
    void confirm() {
        api.settle();
        held.forEach(figure -> figure.against(figure.read().get()));
    }

    /** Each cell that is not what it must be, one that is lacking, and one that should not be there. */
    static List<String> differences(Map<String, ?> expected, Map<String, String> got) {
        SortedMap<String, String> wrong = new TreeMap<>();
        expected.forEach((cell, value) -> {
            String is = got.get(cell);
            if (!String.valueOf(value).equals(is)) {
                wrong.put(cell, "must be %s, is %s".formatted(value, is == null ? "not there" : is));
            }
        });
        got.forEach((cell, value) -> {
            if (!expected.containsKey(cell)) {
                wrong.put(cell, "must not be there, is " + value);
            }
        });
        return wrong.entrySet().stream()
                .map(cell -> (cell.getKey() + " " + cell.getValue()).strip())
                .toList();
    }

    /** The number that a figure came to in total. */
    int number(String name) {
        return shown.stream()
                .filter(each -> each.name().equals(name))
                .map(each -> Integer.parseInt(each.cells().get(TOTAL)))
                .findFirst()
                .orElseThrow(() -> new DemoFailure("there is no figure " + name));
    }

    /** As people read them. */
    List<String> lines() {
        return shown.stream().map(Shown::line).toList();
    }

    /** Name and value of every figure and every cell, for a table. */
    Map<String, String> cells() {
        Map<String, String> all = new TreeMap<>();
        shown.forEach(each -> each.cells()
                .forEach((cell, value) -> all.put(
                        each.name().replaceFirst(" by .*", "")
                                + (cell.isEmpty() ? "" : "." + cell.toLowerCase(Locale.ROOT)),
                        value)));
        return all;
    }

    private String indicator(String name, String kind, String basis, Map<String, Object> more) {
        Map<String, Object> body = Json.of(
                "framework",
                framework(),
                "result",
                "1",
                "code",
                name,
                "title",
                bilingual(name),
                "measureKind",
                kind,
                "countingBasis",
                basis);
        body.putAll(more);
        return api.post(Caller.ANALYST, "indicator/" + name, "/v1/indicators", body)
                .id();
    }

    private String framework() {
        if (framework == null) {
            framework = api.post(
                            Caller.ANALYST,
                            "framework",
                            "/v1/frameworks",
                            Json.of(
                                    "code",
                                    "RES",
                                    "title",
                                    bilingual("Resultados publicados", "Published results"),
                                    "kind",
                                    "donor",
                                    "results",
                                    List.of(Json.of(
                                            "code", "1",
                                            "level", "output",
                                            "title", bilingual("Resultados", "Results")))))
                    .id();
        }
        return framework;
    }
}

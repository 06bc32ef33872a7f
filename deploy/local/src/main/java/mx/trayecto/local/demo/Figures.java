package mx.trayecto.local.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.local.Json;
import mx.trayecto.local.demo.Api.Caller;

import static mx.trayecto.local.Json.bilingual;

/** The figures of a case, each held against the published one; the first that differs ends the case. */
final class Figures {
    private final Api api;
    private final Map<String, String> all = new LinkedHashMap<>();
    private String framework;

    Figures(Api api) {
        this.api = api;
    }

    /** What was read back, by name. */
    Map<String, String> all() {
        return all;
    }

    /** A figure of all that was told so far, which must be the published one. */
    void computed(
            String name, String kind, String basis, Map<String, Object> measure, String period, String published) {
        expect(
                period.equals("all") ? name : name + " " + period,
                values(name, kind, basis, measure, period, "")
                        .path("total")
                        .path("value")
                        .asText(),
                published);
    }

    /**
     * A figure that was published without the records behind it: reported with its qualifier, accepted by a second person.
     *
     * @param qualifier {@code at-least}, {@code at-most}, {@code about}; null where it is exact
     */
    void reported(String name, String kind, String basis, int number, String qualifier, String period, String title) {
        String indicator = indicator(name, kind, basis, null);
        String path = "/v1/indicators/" + indicator + "/reported-values";
        String value = api.post(
                        Caller.ANALYST,
                        "reported/" + name + "/" + period,
                        path,
                        Json.of(
                                "period", period,
                                "value", Json.of("kind", "number", "number", number, "qualifier", qualifier),
                                "evidence", Evidence.of(title)))
                .id();
        api.post(
                Caller.REVIEWER,
                "review/" + name + "/" + period,
                path + "/" + value + "/review",
                Json.of("decision", "accepted"));
        JsonNode stands = api.get(Caller.ANALYST, path + "/" + value).body();
        expect(
                name + (period == null ? "" : " " + period) + " (r)",
                "%s %s %s"
                        .formatted(
                                stands.path("status").asText(),
                                stands.at("/value/qualifier").asText("exact"),
                                stands.at("/value/number").asText()),
                "accepted %s %d".formatted(qualifier == null ? "exact" : qualifier, number));
    }

    /** In how many cells of a breakdown there is anything. */
    void cells(
            String name,
            String kind,
            String basis,
            Map<String, Object> measure,
            String period,
            String by,
            int published) {
        int cells = 0;
        for (JsonNode cell :
                values(name, kind, basis, measure, period, "&by=" + by).path("cells")) {
            cells += cell.path("key").asText().equals("notStated") ? 0 : 1;
        }
        expect(name + " " + period + " by " + by, Integer.toString(cells), Integer.toString(published));
    }

    private JsonNode values(
            String name, String kind, String basis, Map<String, Object> measure, String period, String by) {
        api.settle();
        String indicator = indicator(name, kind, basis, measure);
        return api.get(Caller.ANALYST, "/v1/indicators/" + indicator + "/values?period=" + period + by)
                .body();
    }

    private String indicator(String name, String kind, String basis, Map<String, Object> measure) {
        return api.post(
                        Caller.ANALYST,
                        "indicator/" + name,
                        "/v1/indicators",
                        Json.of(
                                "framework", framework(),
                                "result", "1",
                                "code", name,
                                "title", bilingual(name),
                                "measureKind", kind,
                                "countingBasis", basis,
                                "measure", measure))
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

    /** Holds what came out against what was published. */
    void expect(String name, String computed, String published) {
        all.put(name, computed);
        if (!computed.equals(published)) {
            throw new DemoFailure("%s: published %s, computed %s".formatted(name, published, computed));
        }
    }
}

package mx.trayecto.proof.load;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.local.Json;
import mx.trayecto.proof.Patience;
import mx.trayecto.proof.ProofFailure;
import mx.trayecto.proof.load.Api.Reply;

/** Indicators of one programme, asked for through the gateway as an analyst would. */
public final class Figures {
    private final Api analyst;
    private final Map<String, String> indicators = new LinkedHashMap<>();

    private Figures(Api analyst) {
        this.analyst = analyst;
    }

    public static Figures setUp(Api analyst, Programme programme, String name) {
        Figures figures = new Figures(analyst);
        String framework = figures.make(
                "/v1/frameworks",
                Json.of(
                        "code",
                        name,
                        "title",
                        Json.bilingual(name),
                        "kind",
                        "donor",
                        "program",
                        programme.id(),
                        "results",
                        List.of(Json.of("code", "R", "level", "output", "title", Json.bilingual("R")))));
        for (String of : List.of("enrolled", "trained", "withdrawn")) {
            figures.indicator(framework, programme, of, "persons", "count", count(of, programme));
        }
        figures.indicator(
                framework,
                programme,
                "hours",
                "hours",
                "hours",
                Json.of("type", "sum", "of", "attended-hours", "where", Json.of("program", programme.id())));
        return figures;
    }

    private static Map<String, Object> count(String of, Programme programme) {
        return Json.of("type", "count", "of", of, "basis", "persons", "where", Json.of("program", programme.id()));
    }

    private void indicator(
            String framework,
            Programme programme,
            String code,
            String basis,
            String kind,
            Map<String, Object> measure) {
        indicators.put(
                code,
                make(
                        "/v1/indicators",
                        Json.of(
                                "framework", framework,
                                "result", "R",
                                "code", code,
                                "title", Json.bilingual(code),
                                "measureKind", kind,
                                "countingBasis", basis,
                                "measure", measure)));
    }

    private String make(String path, Map<String, Object> body) {
        try {
            Reply reply = analyst.post(
                    path,
                    body,
                    request ->
                            request.header("Idempotency-Key", UUID.randomUUID().toString()));
            if (reply.status() != 201) {
                throw new ProofFailure(path + " answered " + reply.status() + " " + reply.body());
            }
            return reply.id();
        } catch (IOException e) {
            throw new ProofFailure(path + " could not be reached", e);
        }
    }

    /** Figure and cohort, {@code trained/<cohort>}, to its number; zero is left out. */
    public Map<String, String> byCohort() {
        Map<String, String> figures = new HashMap<>();
        indicators.forEach((code, id) -> {
            JsonNode values = values(id, "&by=cohort");
            for (JsonNode cell : values.path("cells")) {
                BigDecimal value = cell.path("value").decimalValue();
                if (value.signum() != 0) {
                    figures.put(
                            code + "/" + cell.path("key").asText(),
                            value.stripTrailingZeros().toPlainString());
                }
            }
        });
        return figures;
    }

    /** A figure's cells in one breakdown, by key. */
    public Map<String, Long> by(String code, String dimension) {
        Map<String, Long> cells = new HashMap<>();
        for (JsonNode cell : values(indicators.get(code), "&by=" + dimension).path("cells")) {
            cells.put(cell.path("key").asText(), cell.path("value").asLong());
        }
        return cells;
    }

    /** How many keys the figures say they lack. */
    public long incomplete() {
        return values(indicators.get("enrolled"), "").path("incomplete").asLong();
    }

    private JsonNode values(String id, String by) {
        Reply[] read = new Reply[1];
        Patience.until("a figure through the gateway", Duration.ofSeconds(30), () -> {
            read[0] = analyst.get("/v1/indicators/" + id + "/values?period=all" + by);
            return read[0].status() == 200;
        });
        return read[0].body();
    }
}

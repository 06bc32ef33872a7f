package mx.trayecto.local.demo;

import java.util.LinkedHashMap;
import java.util.Map;

import mx.trayecto.local.Json;

import static mx.trayecto.local.Json.bilingual;

/**
 * One row of the donor's framework as it was printed.
 *
 * @param indicator what is entered, but for the framework it belongs to
 * @param declared what the donor reported, with its percentage and label
 */
record DonorRow(String code, Map<String, Object> indicator, Map<String, Object> declared) {

    /** What the donor printed, in English; what is not here reads the same in both. */
    private static final Map<String, Map<String, Object>> LABELS = Map.of(
            "Meta rebasada", bilingual("Meta rebasada", "Target exceeded"),
            "Meta lograda", bilingual("Meta lograda", "Target achieved"));

    static Draft row(String code, String es, String en, String kind, String basis) {
        return new Draft(
                code,
                Json.of(
                        "result", code.substring(0, 1),
                        "code", code,
                        "title", bilingual(es, en),
                        "measureKind", kind,
                        "countingBasis", basis));
    }

    /** The row's indicator in a framework. */
    Map<String, Object> in(String framework) {
        Map<String, Object> whole = new LinkedHashMap<>(Json.of("framework", framework));
        whole.putAll(indicator);
        return whole;
    }

    /** What a reader sees of it: baseline, target, achieved, percent, label. */
    Map<String, String> printed() {
        Map<String, String> printed = new LinkedHashMap<>();
        printed.put("baseline", text(indicator.get("baseline")));
        printed.put("target", text(indicator.get("target")));
        printed.put("declared", text(declared.get("value")));
        printed.put("percent", String.valueOf(declared.getOrDefault("percent", "")));
        printed.put("label", (String) ((Map<?, ?>) declared.get("label")).get("es"));
        return printed;
    }

    private static String text(Object statement) {
        if (!(statement instanceof Map<?, ?> told)) {
            return "";
        }
        return switch ((String) told.get("kind")) {
            case "number" -> String.valueOf(told.get("number"));
            case "text" -> (String) ((Map<?, ?>) told.get("text")).get("es");
            default -> "No aplica";
        };
    }

    /** A row while it is read from left to right. */
    record Draft(String code, Map<String, Object> indicator) {
        Draft baseline(Map<String, Object> statement) {
            indicator.put("baseline", statement);
            return this;
        }

        Draft target(Map<String, Object> statement) {
            indicator.put("target", statement);
            return this;
        }

        Draft measure(Map<String, Object> measure) {
            indicator.put("measure", measure);
            return this;
        }

        Draft explanation(String es, String en) {
            indicator.put("explanation", bilingual(es, en));
            return this;
        }

        DonorRow declared(Map<String, Object> value, Integer percent, String label) {
            return new DonorRow(
                    code,
                    indicator,
                    Json.of(
                            "value",
                            value,
                            "percent",
                            percent,
                            "label",
                            LABELS.getOrDefault(label, bilingual(label)),
                            "evidence",
                            Evidence.of("Informe final, convenio 00111079")));
        }
    }
}

package mx.trayecto.indicators.achievement;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import mx.trayecto.indicators.history.SceJalisco;
import mx.trayecto.indicators.history.Told;
import mx.trayecto.indicators.history.Wire;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

/** The donor's framework of SCE Jalisco 2024: published beside computed, from events over the real broker. */
@QuarkusTest
@TrayectoTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SceJaliscoTest {
    private static SceJalisco jalisco;
    private static Api api;
    private static String framework;

    @BeforeEach
    void theWholeYearHasHappened() {
        if (jalisco != null) {
            return;
        }
        jalisco = new SceJalisco();
        api = new Api(jalisco.story.tenant);
        Wire.topics();
        Wire.send(jalisco.story.told());
        Wire.await(jalisco.story);
        framework = new DonorFramework(api, jalisco).set();
    }

    @Test
    @Order(1)
    void womenTrainedAndGraduatedByCenter() {
        String trained = indicator("X.1", count("trained", "persons", agreement()));
        assertEquals(Map.of("total", 119, "CREA", 63, "CJM-GDL", 33, "CJM-TLJ", 23), by(trained, "center", "all"));
        String graduated = indicator("X.2", count("graduated", "persons", agreement()));
        assertEquals(Map.of("total", 91, "CREA", 55, "CJM-GDL", 22, "CJM-TLJ", 14), by(graduated, "center", "2024-H2"));
        assertEquals(Map.of("total", 91, "2024-09", 91), by(graduated, "month", "2024"));
        assertEquals(0, by(graduated, "sex", "2023").get("total"));
    }

    @Test
    @Order(2)
    void earlierGraduatesMentorsAndTheCeremony() {
        String all = indicator("X.3", count("graduated", "persons", program()));
        assertEquals(Map.of("total", 373, "female", 373), by(all, "sex", "all"));
        assertEquals(49, by(all, "month", "2023").get("2023-11"));
        assertEquals(91, by(all, "center", "2024").get("total"));
        String mentors = indicator("X.4", count("mentored", "persons", program() + ",\"role\":\"mentor\""));
        assertEquals(57, by(mentors, "sex", "all").get("total"));
        String ceremony = indicator("X.5", count("recognised", "persons", "\"centers\":[\"" + jalisco.crea + "\"]"));
        assertEquals(104, by(ceremony, "month", "2024-10").get("2024-10"));
        assertEquals(104, by(ceremony, "ageGroup", "2024-10-17/2024-10-17").get("total"));
        String share = api.make(
                "/v1/indicators",
                new Row("X.6", "percentage")
                        .measured("""
                {"type":"ratio",
                 "numerator":{"type":"count","of":"graduated","basis":"persons","where":{%1$s}},
                 "denominator":{"type":"count","of":"trained","basis":"persons","where":{%1$s}}}""".formatted(agreement()))
                        .json());
        JsonPath values = api.read("/v1/indicators/" + share + "/values?by=center");
        assertEquals(91, values.getInt("total.numerator"));
        assertEquals(119, values.getInt("total.denominator"));
        assertEquals("76.5", values.getString("total.value"));
    }

    @Test
    @Order(3)
    void everyRowOfTheTableIsAsPublishedWithWhatIsComputedBeside() {
        JsonPath table = api.read("/v1/frameworks/" + framework + "/achievement");
        List<String> codes = table.getList("rows.code");
        assertEquals(
                List.of("1.1", "1.2.a", "1.2.b", "1.2.c", "1.2.d", "2.1", "3.1.a", "3.1.b", "3.1.c", "4.1"),
                codes.stream().filter(code -> !code.startsWith("X")).toList());
        // LB, Meta, computed or reported actual, percent, label, declared label, discrepancy
        row(table, "1.1", "1", "1", "2", "200", "Meta rebasada", "Meta rebasada (1 centro adicional)", null);
        row(
                table,
                "1.2.a",
                "No aplica",
                "Documento con estrategia definida",
                null,
                "100",
                "Meta lograda",
                "Meta lograda",
                null);
        row(table, "1.2.b", "1016", "70", "55", "79", "79%", "Meta rebasada", List.of("actual", "label"));
        row(table, "1.2.c", "No aplica", "No aplica", null, "100", "Meta lograda", "Meta lograda", null);
        row(table, "1.2.d", "No aplica", "4 horas asesoría", null, "100", "Meta lograda", "Meta lograda", null);
        row(table, "2.1", "No aplica", "100", "91", "91", "91%", "91%", null);
        officials(table);
        row(table, "3.1.b", "No aplica", "6", "6", "100", "Meta lograda", "Meta lograda", null);
        row(
                table,
                "3.1.c",
                "No aplica",
                "20 horas de capacitación SCE",
                null,
                "100",
                "Meta lograda",
                "Meta lograda",
                null);
        row(table, "4.1", "No aplica", "1 documento", null, "100", "Meta lograda", "Meta lograda", null);

        Map<String, Object> b = table.getMap("rows[2].discrepancy");
        assertEquals(55, b.get("computedActual"));
        assertEquals(91, b.get("declaredActual"));
        assertNotNull(b.get("explanation"));
        assertNotNull(table.getString("asOf"));
        assertEquals(0, table.getInt("incomplete"));
    }

    @Test
    @Order(4)
    void aRevokedGraduationLowersEveryFigureThatUsedIt() {
        UUID revoked = jalisco.graduated.getFirst();
        Told told = jalisco.tell(revoked, "graduation-revoked", LocalDate.of(2024, 11, 20))
                .with("reason", "error");
        Wire.send(List.of(told));
        Wire.await(jalisco.story);

        JsonPath table = api.read("/v1/frameworks/" + framework + "/achievement");
        row(table, "1.2.b", "1016", "70", "54", "77", "77%", "Meta rebasada", List.of("actual", "label"));
        row(table, "2.1", "No aplica", "100", "90", "90", "90%", "91%", List.of("actual", "percent"));
        officials(table);
        String graduated = indicator("X.7", count("graduated", "persons", agreement()));
        assertEquals(Map.of("total", 90, "CREA", 54, "CJM-GDL", 22, "CJM-TLJ", 14), by(graduated, "center", "all"));
    }

    private static void officials(JsonPath table) {
        row(
                table,
                "3.1.a",
                "No aplica",
                "36",
                "40",
                "111",
                "Meta rebasada",
                "Meta rebasada (40 personas funcionarias públicas capacitadas)",
                null);
    }

    private static void row(
            JsonPath table,
            String code,
            String baseline,
            String target,
            String actual,
            String percent,
            String label,
            String declaredLabel,
            List<String> differing) {
        String at = "rows.find { it.code == '" + code + "' }.";
        assertEquals(baseline, stated(table, at + "baseline"), code);
        assertEquals(target, stated(table, at + "target"), code);
        assertEquals(actual, table.getString(at + "actual.number"), code);
        assertEquals(percent, table.getString(at + "percent"), code);
        assertEquals(label, table.getString(at + "label.es"), code);
        assertEquals(declaredLabel, table.getString(at + "declaredLabel.es"), code);
        if (differing == null) {
            assertNull(table.get(at + "discrepancy"), code);
        } else {
            assertEquals(differing, table.getList(at + "discrepancy.fields"), code);
        }
    }

    private static String stated(JsonPath table, String at) {
        return switch (table.getString(at + ".kind")) {
            case "number" -> table.getString(at + ".number");
            case "text" -> table.getString(at + ".text.es");
            case "notApplicable" -> "No aplica";
            default -> throw new AssertionError(at);
        };
    }

    private static String indicator(String code, String measure) {
        return api.make(
                "/v1/indicators", new Row(code, "count").measured(measure).json());
    }

    private static Map<String, Integer> by(String indicator, String by, String period) {
        JsonPath values = api.read("/v1/indicators/" + indicator + "/values?by=" + by + "&period=" + period);
        Map<String, Integer> cells = new HashMap<>();
        cells.put("total", values.getInt("total.value"));
        List<Map<String, Object>> listed = values.getList("cells");
        listed.forEach(cell -> cells.put(
                (String) cell.getOrDefault("code", cell.get("key")), ((Number) cell.get("value")).intValue()));
        return cells;
    }

    private static String count(String of, String basis, String where) {
        return "{\"type\":\"count\",\"of\":\"%s\",\"basis\":\"%s\",\"where\":{%s}}".formatted(of, basis, where);
    }

    private static String agreement() {
        return "\"agreement\":\"" + jalisco.agreement + "\"";
    }

    private static String program() {
        return "\"program\":\"" + jalisco.program + "\"";
    }

    /** An indicator of the framework as it is posted. */
    record Row(String code, String kind, String more) {
        Row(String code, String kind) {
            this(code, kind, "");
        }

        Row measured(String measure) {
            return new Row(code, kind, more + ",\"measure\":" + measure);
        }

        String json() {
            return """
                    {"framework":"%s","result":"1","code":"%s","title":{"es":"Fila %s"},"measureKind":"%s",
                     "countingBasis":"persons"%s}""".formatted(framework, code, code, kind, more);
        }
    }
}

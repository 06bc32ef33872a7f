package mx.trayecto.participants.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.TrayectoTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The rules for those on watch ask for what there is: a misspelt metric never alerts. */
@QuarkusTest
@TrayectoTest
class AlertRulesTest {
    private static final Path RULES = Path.of("..", "deploy", "observability", "alerts.yaml");
    private static final Pattern METRIC = Pattern.compile("trayecto_[a-z_]+");

    private static List<JsonNode> rules() throws IOException {
        List<JsonNode> rules = new ArrayList<>();
        new ObjectMapper(new YAMLFactory())
                .readTree(Files.readString(RULES))
                .path("groups")
                .forEach(group -> group.path("rules").forEach(rules::add));
        return rules;
    }

    private static Set<String> named() throws IOException {
        Set<String> metrics = new TreeSet<>();
        for (JsonNode rule : rules()) {
            List<String> here = METRIC.matcher(rule.path("expr").asText())
                    .results()
                    .map(found -> found.group())
                    .toList();
            assertTrue(!here.isEmpty(), rule + " asks for no metric of ours");
            metrics.addAll(here);
        }
        return metrics;
    }

    /** Before anything happened: what is exported only afterwards shows no rise. */
    @Test
    void everyMetricThatTheyNameIsExported() throws IOException {
        String exported =
                RestAssured.get("/q/metrics").then().statusCode(200).extract().asString();
        Set<String> there = new TreeSet<>();
        exported.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .forEach(there::add);
        Set<String> missing = new TreeSet<>(named());
        missing.removeAll(there);
        assertEquals(Set.of(), missing);
        assertTrue(exported.contains("trayecto_identity_accesses_total{reason=\"safety\""), exported);
    }

    @Test
    void wakeForAnOpenedRecordAnOverdueRequestAndAParkedEvent() throws IOException {
        assertTrue(named().containsAll(
                        Set.of("trayecto_identity_accesses_total", "trayecto_arco_overdue", "trayecto_inbox_parked")));
    }

    /** What cannot be asked is not a number, which is neither above zero nor anything else. */
    @Test
    void wakeWhereNobodyCanTellWhetherEventsAreParked() throws IOException {
        assertTrue(rules().stream()
                .anyMatch(rule -> rule.path("expr").asText().equals("absent(trayecto_inbox_parked >= 0)")));
    }

    @Test
    void eachSaysWhatToDoInBothLanguages() throws IOException {
        for (JsonNode rule : rules()) {
            assertTrue(rule.path("alert").asText().matches("[A-Z][A-Za-z]+"), rule.toString());
            assertTrue(rule.path("labels").path("severity").asText().matches("warning|critical"), rule.toString());
            for (String text : List.of("summary", "summary_es", "action")) {
                assertTrue(!rule.path("annotations").path(text).asText().isBlank(), rule + " has no " + text);
            }
            assertTrue(rule.path("for").asText("0m").matches("\\d+[smh]"), rule.toString());
        }
    }
}

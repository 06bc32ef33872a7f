package mx.trayecto.indicators.figure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import mx.trayecto.indicators.access.IndicatorProblem;
import mx.trayecto.indicators.history.Delivery;
import mx.trayecto.indicators.history.RandomStory;
import mx.trayecto.indicators.history.Story;
import mx.trayecto.indicators.measure.Measure;
import mx.trayecto.indicators.period.Period;
import mx.trayecto.platform.inbox.InboxHandler;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A figure is the same whether a declared table holds it or the facts are counted for it. */
@QuarkusTest
@TrayectoTest
class OneAnswerTest {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    @Inject
    @Any
    Instance<InboxHandler> handlers;

    @Inject
    @DataSource("worker")
    AgroalDataSource worker;

    @Test
    void declaredTablesAndCountedFactsAgree() throws SQLException {
        Random chance = new Random(51);
        Story story = new RandomStory(51).of(500);
        new Delivery(handlers, worker).inAnyOrder(story.told(), chance);
        List<String> places = List.of("program", "agreement", "center", "cohort");
        Map<String, List<String>> ids = new TreeMap<>();
        for (String place : places) {
            ids.put(
                    place,
                    Database.query(
                            "indicators",
                            "SELECT DISTINCT " + place + " FROM slot WHERE tenant_id = ? AND " + place
                                    + " <> '00000000-0000-0000-0000-000000000000' ORDER BY 1",
                            story.tenant));
        }
        int compared = 0;
        int found = 0;
        try (Connection connection = Database.connect("indicators", "runtime")) {
            connection.setAutoCommit(false);
            Database.query(connection, "SELECT set_config('app.tenant', ?, true)", story.tenant.toString());
            for (int i = 0; i < 600; i++) {
                Request request = request(chance, ids);
                Optional<CellReader.Cells> cells = CellReader.cells(request);
                if (cells.isPresent()) {
                    Map<String, Amounts> kept =
                            new TreeMap<>(CellReader.read(connection, story.tenant, request, cells.get()));
                    Map<String, Amounts> counted = new TreeMap<>(new FactScan(story.tenant, request).read(connection));
                    counted.values().removeIf(amounts -> amounts.records() == 0);
                    Amounts nowhere = counted.remove(new UUID(0, 0).toString());
                    if (nowhere != null) {
                        counted.put("notStated", nowhere);
                    }
                    assertEquals(text(counted), text(kept), request.toString());
                    compared++;
                    found += kept.size();
                }
            }
        }
        assertTrue(compared > 200 && found > 200, compared + " requests, " + found + " cells");
    }

    @Test
    void countingThatTakesTooLongIsRefusedAndSaysSo() throws Exception {
        Measure.Part part =
                JSON.readValue("{\"type\":\"count\",\"of\":\"graduated\",\"basis\":\"persons\"}", Measure.Part.class);
        UUID tenant = UUID.randomUUID();
        try (Connection holding = Database.connect("indicators", "owner");
                Connection counting = Database.connect("indicators", "runtime")) {
            holding.setAutoCommit(false);
            Database.query(holding, "LOCK TABLE fact IN ACCESS EXCLUSIVE MODE");
            counting.setAutoCommit(false);
            FactScan scan = new FactScan(tenant, Request.of(part, Period.ALL, By.SEX));
            ProblemException refused = assertThrows(ProblemException.class, () -> scan.read(counting));
            assertEquals(IndicatorProblem.FIGURE_TOO_WIDE, refused.type());
            holding.rollback();
        }
    }

    private static String text(Map<String, Amounts> amounts) {
        Map<String, String> text = new TreeMap<>();
        amounts.forEach((key, a) -> text.put(
                key,
                a.records() + "/" + a.enrolments() + "/" + a.members() + "/"
                        + a.quantity().setScale(2) + a.qualifier()));
        return text.toString();
    }

    private static Request request(Random chance, Map<String, List<String>> ids) {
        String center = chance.nextInt(3) == 0 ? ",\"centers\":[\"" + any(chance, ids.get("center")) + "\"]" : "";
        String cohort = center.isEmpty() && chance.nextInt(3) == 0
                ? ",\"cohorts\":[\"" + any(chance, ids.get("cohort")) + "\"]"
                : "";
        String agreement = chance.nextInt(3) == 0 ? ",\"agreement\":\"" + any(chance, ids.get("agreement")) + "\"" : "";
        String program = chance.nextInt(3) == 0 ? ",\"program\":\"" + any(chance, ids.get("program")) + "\"" : "";
        String from = chance.nextInt(6) == 0 ? "\"2024-01-01\"" : "null";
        String of = chance.nextInt(4) == 0
                ? "\"sum\",\"of\":\"" + pick(chance, "attended-hours", "activity-hours", "headcount") + "\""
                : "\"count\",\"basis\":\"records\",\"of\":\""
                        + pick(chance, "enrolled", "trained", "attended", "graduated", "mentored", "staff", "activity")
                        + "\"";
        String measure =
                "{\"type\":" + of + ",\"where\":{\"from\":" + from + center + cohort + agreement + program + "}}";
        By by = chance.nextInt(4) == 0 ? null : By.values()[chance.nextInt(By.values().length)];
        String period = pick(chance, "all", "2024", "2024-H1", "2024-Q2", "2024-05", "2023-12");
        try {
            return Request.of(JSON.readValue(measure, Measure.Part.class), Period.parse(period), by);
        } catch (JsonProcessingException e) {
            throw new AssertionError(measure, e);
        }
    }

    private static String pick(Random chance, String... values) {
        return values[chance.nextInt(values.length)];
    }

    private static String any(Random chance, List<String> ids) {
        return ids.get(chance.nextInt(ids.size()));
    }
}

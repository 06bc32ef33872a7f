package mx.trayecto.indicators.figure;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import mx.trayecto.indicators.history.Delivery;
import mx.trayecto.indicators.history.RandomStory;
import mx.trayecto.indicators.history.Story;
import mx.trayecto.indicators.measure.Basis;
import mx.trayecto.indicators.measure.Countable;
import mx.trayecto.indicators.measure.Measure;
import mx.trayecto.indicators.measure.Summable;
import mx.trayecto.indicators.measure.Where;
import mx.trayecto.indicators.period.Period;
import mx.trayecto.platform.inbox.InboxHandler;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A figure is the same whether a declared table holds it or the facts are counted for it. */
@QuarkusTest
@TrayectoTest
class OneAnswerTest {
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
                    counted.computeIfPresent(new UUID(0, 0).toString(), (none, amounts) -> {
                        counted.put("notStated", amounts);
                        return null;
                    });
                    assertEquals(text(counted), text(kept), request.toString());
                    compared++;
                    found += kept.size();
                }
            }
        }
        assertTrue(compared > 200 && found > 200, compared + " requests, " + found + " cells");
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
        Set<UUID> centers = chance.nextInt(3) == 0 ? Set.of(any(chance, ids.get("center"))) : null;
        Set<UUID> cohorts = centers == null && chance.nextInt(3) == 0 ? Set.of(any(chance, ids.get("cohort"))) : null;
        Where where = new Where(
                chance.nextInt(3) == 0 ? any(chance, ids.get("agreement")) : null,
                chance.nextInt(3) == 0 ? any(chance, ids.get("program")) : null,
                cohorts,
                centers,
                null,
                null,
                null,
                chance.nextInt(6) == 0 ? LocalDate.of(2024, 1, 1) : null,
                null);
        Measure.Part part = chance.nextInt(4) == 0
                ? new Measure.Sum(Summable.values()[chance.nextInt(Summable.values().length)], where)
                : new Measure.Count(
                        Countable.values()[chance.nextInt(Countable.values().length)], Basis.RECORDS, where);
        String[] periods = {"all", "2024", "2024-H1", "2024-Q2", "2024-05", "2023-12"};
        By by = chance.nextInt(4) == 0 ? null : By.values()[chance.nextInt(By.values().length)];
        return Request.of(part, Period.parse(periods[chance.nextInt(periods.length)]), by);
    }

    private static UUID any(Random chance, List<String> ids) {
        return UUID.fromString(ids.get(chance.nextInt(ids.size())));
    }
}

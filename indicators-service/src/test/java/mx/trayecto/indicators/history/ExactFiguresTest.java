package mx.trayecto.indicators.history;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import mx.trayecto.platform.inbox.InboxHandler;
import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Promise R3: whatever happened, in whatever order it arrived, every cell is what the facts say, and the facts are what
 * the events say.
 */
@QuarkusTest
@TrayectoTest
class ExactFiguresTest {
    @Inject
    @Any
    Instance<InboxHandler> handlers;

    @Inject
    @DataSource("worker")
    AgroalDataSource worker;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void everyCellIsWhatTheFactsSayAndWhatTheEventsSay(long seed) throws SQLException {
        Story story = new RandomStory(seed).of(400);
        new Delivery(handlers, worker).inAnyOrder(story.told(), new Random(seed));

        assertEquals(List.of(), Recount.differences(story.tenant));
        assertEquals(lines(new Reckoning(story).figures()), lines(Kept.of(story.tenant)));
        assertTrue(Kept.of(story.tenant).size() > 200);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void theEndIsTheSameInAnyOrder(long seed) throws SQLException {
        Story story = new RandomStory(seed).of(300);
        UUID other = UUID.randomUUID();
        List<Told> elsewhere =
                story.told().stream().map(told -> told.under(other)).toList();
        new Delivery(handlers, worker).inAnyOrder(story.told(), new Random(seed));
        new Delivery(handlers, worker).inAnyOrder(elsewhere, new Random(seed + 1000));

        assertEquals(Recount.cells(story.tenant), Recount.cells(other));
    }

    /** Figures are what stands in cells and what is not yet folded into them, whenever that is done. */
    @Test
    void foldingLeavesEveryFigureAsItIs() throws SQLException {
        Story story = new RandomStory(51).of(300);
        List<Told> told = story.told();
        Delivery delivery = new Delivery(handlers, worker);
        delivery.inAnyOrder(told.subList(0, told.size() / 2), new Random(51));
        folded(story.tenant);
        delivery.inAnyOrder(told.subList(told.size() / 2, told.size()), new Random(52));
        List<String> before = Recount.cells(story.tenant);

        folded(story.tenant);

        assertEquals(before, Recount.cells(story.tenant));
        assertEquals(List.of(), Recount.differences(story.tenant));
    }

    @Test
    void duplicatesAndReplaysOverTheBrokerChangeNothing() throws SQLException {
        Wire.topics();
        Story story = new RandomStory(31).of(250);
        Random chance = new Random(31);
        for (Told told : story.told()) {
            Wire.send(List.of(told));
            if (chance.nextInt(4) == 0) {
                Wire.send(List.of(told));
            }
        }
        Wire.await(story);
        List<String> once = Recount.cells(story.tenant);
        Wire.send(story.told());
        // One more event behind the replay, of every subject's own key order nothing can overtake.
        Told last = story.tell(
                Story.PROGRAMS,
                "program.changed",
                UUID.randomUUID(),
                "code",
                "FIN",
                "title",
                Story.object("es", "Fin"));
        Wire.send(List.of(last));
        Wire.await(story);

        assertEquals(once, Recount.cells(story.tenant));
        assertEquals(List.of(), Recount.differences(story.tenant));
        assertEquals(lines(new Reckoning(story).figures()), lines(Kept.of(story.tenant)));
    }

    @Test
    void anUnreadableEventParksItsKeyAndNothingElse() throws SQLException {
        Wire.topics();
        Story story = new RandomStory(41).of(120);
        UUID enrollment = UUID.randomUUID();
        Broker.send(
                Story.ENROLLMENTS,
                "mx.trayecto.enrollment.enrolled.v1",
                story.tenant,
                enrollment,
                1,
                "{\"enrollment\":\"" + enrollment + "\",\"participant\":\"no uuid\"}");
        Wire.send(story.told());
        Wire.await(story);

        assertEquals(
                List.of(enrollment.toString()),
                Eventually.get(
                        () -> Database.query(
                                "indicators",
                                "SELECT aggregate_id FROM inbox_parked WHERE tenant_id = ?",
                                story.tenant),
                        parked -> !parked.isEmpty()));
        assertEquals(lines(new Reckoning(story).figures()), lines(Kept.of(story.tenant)));
    }

    @Test
    void aCellThatIsWrongByOneIsFound() throws SQLException {
        Story story = new RandomStory(61).of(100);
        new Delivery(handlers, worker).inAnyOrder(story.told(), new Random(61));
        folded(story.tenant);
        Database.query(
                "indicators",
                "UPDATE cell SET members = members + 1 WHERE ctid = (SELECT min(ctid) FROM cell"
                        + " WHERE tenant_id = ? AND facts <> 0)",
                story.tenant);

        assertEquals(2, Recount.differences(story.tenant).size());
    }

    /** Waits until all that batches have added stands in cells. */
    private static void folded(UUID tenant) {
        Eventually.get(
                () -> Database.query("indicators", "SELECT count(*) FROM cell_difference WHERE tenant_id = ?", tenant),
                List.of("0")::equals);
    }

    private static String lines(Map<String, String> figures) {
        StringBuilder lines = new StringBuilder();
        figures.forEach(
                (key, value) -> lines.append(key).append(" = ").append(value).append('\n'));
        return lines.toString();
    }
}

package mx.trayecto.indicators.projection;

import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import mx.trayecto.indicators.history.Delivery;
import mx.trayecto.indicators.history.RandomStory;
import mx.trayecto.indicators.history.Recount;
import mx.trayecto.indicators.history.Story;
import mx.trayecto.platform.inbox.InboxHandler;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@TrayectoTest
class FoldingTest {
    @Inject
    Folding folding;

    @Inject
    @Any
    Instance<InboxHandler> handlers;

    @Inject
    @DataSource("worker")
    AgroalDataSource worker;

    /** As several processes of the service would, while events go on to come in. */
    @Test
    void severalThatFoldAtOnceFoldEachDifferenceOnce() throws SQLException {
        Story story = new RandomStory(71).of(500);
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService folders = Executors.newFixedThreadPool(4)) {
            List<CompletableFuture<Integer>> turns = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> foldUntil(done), folders))
                    .limit(4)
                    .toList();
            try {
                new Delivery(handlers, worker).inAnyOrder(story.told(), new Random(71));
            } finally {
                done.set(true);
            }
            turns.forEach(turn -> assertTrue(turn.join() > 1));
        }

        Eventually.get(
                () -> Database.query(
                        "indicators", "SELECT count(*) FROM cell_difference WHERE tenant_id = ?", story.tenant),
                List.of("0")::equals);
        assertEquals(List.of(), Recount.differences(story.tenant));
    }

    private int foldUntil(AtomicBoolean done) {
        try {
            int turns = 1;
            for (; !done.get(); turns++) {
                folding.fold();
            }
            folding.fold();
            return turns;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

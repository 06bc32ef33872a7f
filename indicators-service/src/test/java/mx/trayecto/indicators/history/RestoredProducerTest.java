package mx.trayecto.indicators.history;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import mx.trayecto.platform.inbox.InboxHandler;
import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/** R12: programs-service is restored to an older state, and figures go back to exactly what it has then. */
@QuarkusTest
@TrayectoTest
class RestoredProducerTest {
    /** Those of events; on the others the next snapshot replaces the last. */
    private static final Set<String> EVENTS = Set.of(Story.ENROLLMENTS, Story.SURVEYS, Story.ACTIVITIES);

    private static final String CELLS = "SELECT c::text FROM (SELECT counted, program, agreement, dimension, grain,"
            + " starts_on, value, facts, enrollments, members, quantity::numeric(20, 2), at_least, about, at_most FROM %s"
            + " WHERE tenant_id = ?) c ORDER BY 1";

    @Inject
    @Any
    Instance<InboxHandler> handlers;

    @Inject
    @DataSource("worker")
    AgroalDataSource worker;

    private record Subject(String topic, UUID id) {}

    @ParameterizedTest
    @ValueSource(longs = {71, 72, 73})
    void figuresAreThoseOfTheEventsThatAreLeft(long seed) throws SQLException {
        Wire.topics();
        Story story = new RandomStory(seed).of(300);
        Wire.send(story.told());
        Wire.await(story);
        List<String> before = cells("cell_now", story.tenant);

        int restoredTo = story.told().size() / 2;
        Map<Subject, Long> lost = new LinkedHashMap<>();
        List<Told> left = new ArrayList<>();
        for (int i = 0; i < story.told().size(); i++) {
            Told told = story.told().get(i);
            if (i < restoredTo || !EVENTS.contains(told.topic())) {
                left.add(told);
            } else {
                lost.merge(new Subject(told.topic(), told.subject()), told.sequence(), Math::min);
            }
        }
        lost.forEach((subject, sequence) -> Broker.sendRestored(
                subject.topic(), type(subject.topic()), story.tenant, subject.id(), 1, 5, sequence, "{}"));
        Eventually.get(
                () -> Database.query(
                        "indicators",
                        "SELECT count(*) FROM inbox_sequence WHERE tenant_id = ? AND epoch = 5",
                        story.tenant),
                List.of(String.valueOf(lost.size()))::equals,
                Duration.ofSeconds(60));

        UUID other = UUID.randomUUID();
        new Delivery(handlers, worker)
                .inAnyOrder(left.stream().map(told -> told.under(other)).toList(), new Random(seed));
        assertEquals(cells("cell_now", other), cells("cell_now", story.tenant));
        assertEquals(cells("recount", story.tenant), cells("cell_now", story.tenant));
        assertNotEquals(before, cells("cell_now", story.tenant), "nothing counted was lost");
    }

    private static String type(String topic) {
        return switch (topic) {
            case Story.ENROLLMENTS -> "mx.trayecto.enrollment.restored.v1";
            case Story.SURVEYS -> "mx.trayecto.survey.restored.v1";
            default -> "mx.trayecto.activity.restored.v1";
        };
    }

    private static List<String> cells(String kept, UUID tenant) throws SQLException {
        return Database.query("indicators", CELLS.formatted(kept), tenant);
    }
}

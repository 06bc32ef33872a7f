package mx.trayecto.indicators.history;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;

/** Sends stories over the real broker and waits until the service has applied them. */
public final class Wire {
    private Wire() {}

    /** The topics of the other services, as they make them. */
    public static void topics() {
        Broker.create(Story.PARTICIPANTS, true);
        Broker.create(Story.PROGRAMS, true);
        Broker.create(Story.ENROLLMENTS, false);
        Broker.create(Story.SURVEYS, false);
        Broker.create(Story.ACTIVITIES, false);
        Broker.create(Story.DELIVERIES, false);
        Broker.create(Story.COLLECTIVES, false);
    }

    public static void send(List<Told> told) {
        for (Told event : told) {
            Broker.send(
                    event.topic(),
                    event.type(),
                    event.tenant(),
                    event.subject(),
                    1,
                    event.sequence(),
                    event.id(),
                    event.data() == null ? null : event.data().toString());
        }
    }

    /** Until the last event of every subject is applied. */
    public static void await(Story story) {
        long wanted = story.told().stream()
                .map(event -> event.topic() + event.subject())
                .distinct()
                .mapToLong(subject -> story.told().stream()
                        .filter(event -> subject.equals(event.topic() + event.subject()))
                        .mapToLong(Told::sequence)
                        .max()
                        .orElse(0))
                .sum();
        Eventually.get(() -> applied(story.tenant), applied -> applied == wanted, java.time.Duration.ofSeconds(60));
    }

    private static long applied(UUID tenant) throws SQLException {
        return Long.parseLong(Database.query(
                        "indicators",
                        "SELECT coalesce(sum(sequence), 0) FROM inbox_sequence WHERE tenant_id = ?",
                        tenant)
                .getFirst());
    }
}

package mx.trayecto.indicators.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import jakarta.enterprise.inject.Instance;

import io.agroal.api.AgroalDataSource;

import mx.trayecto.platform.inbox.InboxEvent;
import mx.trayecto.platform.inbox.InboxHandler;

/** Hands a story to the real handlers, batch by batch: in order within a partition, in any order between them. */
public final class Delivery {
    private final Instance<InboxHandler> handlers;
    private final AgroalDataSource worker;

    public Delivery(Instance<InboxHandler> handlers, AgroalDataSource worker) {
        this.handlers = handlers;
        this.worker = worker;
    }

    /** As one consumer would that happens to be handed partitions and batches by chance. */
    public void inAnyOrder(List<Told> told, Random chance) throws SQLException {
        Map<String, List<Told>> partitions = new LinkedHashMap<>();
        told.forEach(event -> partitions
                .computeIfAbsent(event.topic() + event.partition(), key -> new ArrayList<>())
                .add(event));
        List<List<Told>> queues = new ArrayList<>(partitions.values());
        while (!queues.isEmpty()) {
            List<Told> queue = queues.get(chance.nextInt(queues.size()));
            int size = Math.min(queue.size(), 1 + chance.nextInt(chance.nextBoolean() ? 3 : 60));
            batch(queue.subList(0, size));
            queue.subList(0, size).clear();
            queues.removeIf(List::isEmpty);
        }
    }

    /** In batches of {@code size}, topic by topic. */
    public void inBatches(List<Told> told, int size) throws SQLException {
        for (int from = 0; from < told.size(); ) {
            int to = from + 1;
            while (to < told.size()
                    && to - from < size
                    && told.get(to).topic().equals(told.get(from).topic())) {
                to++;
            }
            batch(told.subList(from, to));
            from = to;
        }
    }

    private void batch(List<Told> told) throws SQLException {
        List<InboxEvent> events = new ArrayList<>();
        told.forEach(event -> events.add(event.received(event.sequence())));
        try (Connection connection = worker.getConnection()) {
            connection.setAutoCommit(false);
            try {
                for (InboxHandler handler : handlers) {
                    if (handler.topics().contains(told.getFirst().topic())) {
                        handler.apply(connection, events);
                    }
                }
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }
}

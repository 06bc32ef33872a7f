package mx.trayecto.platform.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * What the topics hold and this service has not taken in yet. After a restore of their producer that may be events that
 * are void, which nothing shows before they are applied.
 */
@ApplicationScoped
public class Backlog {
    private static final Duration POLL = Duration.ofMillis(200);

    @Inject
    Handlers handlers;

    @Inject
    TopicHistory topics;

    @Inject
    @DataSource("worker")
    AgroalDataSource database;

    /**
     * Waits until all that is there now is taken in; what comes meanwhile does not matter.
     *
     * @param atMost how long
     * @return the topics of which something is left, if any
     */
    public Set<String> awaitEnd(Duration atMost) throws SQLException, InterruptedException {
        Instant until = Instant.now().plus(atMost);
        try (KafkaConsumer<byte[], byte[]> reader = topics.reader()) {
            List<TopicPartition> all = reader.listTopics().values().stream()
                    .flatMap(List::stream)
                    .filter(partition -> handlers.topics().contains(partition.topic()))
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = new HashMap<>(reader.endOffsets(all));
            Set<TopicPartition> left = unread(reader, ends);
            while (!left.isEmpty() && Instant.now().isBefore(until)) {
                TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
                ends.keySet().retainAll(left);
                left = unread(reader, ends);
            }
            return left.stream().map(TopicPartition::topic).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** The partitions with an event before their end. An offset tells nothing: the marks of transactions take some too. */
    private Set<TopicPartition> unread(KafkaConsumer<byte[], byte[]> reader, Map<TopicPartition, Long> ends)
            throws SQLException {
        Map<TopicPartition, Long> next = next();
        Set<TopicPartition> open = new HashSet<>(ends.keySet());
        open.removeIf(partition -> next.getOrDefault(partition, 0L) >= ends.get(partition));
        reader.assign(open);
        open.forEach(partition -> reader.seek(partition, next.getOrDefault(partition, 0L)));
        Set<TopicPartition> unread = new HashSet<>();
        Set<TopicPartition> left = new HashSet<>(open);
        while (!left.isEmpty()) {
            reader.poll(POLL).forEach(record -> {
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                if (record.offset() < ends.get(partition)) {
                    unread.add(partition);
                }
            });
            left.removeIf(partition -> unread.contains(partition) || reader.position(partition) >= ends.get(partition));
            reader.assign(left);
        }
        return unread;
    }

    private Map<TopicPartition, Long> next() throws SQLException {
        Map<TopicPartition, Long> next = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT topic, partition, next_offset FROM inbox_offset");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                next.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
            }
        }
        return next;
    }
}

package mx.trayecto.platform.inbox;

import java.sql.Connection;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** On every assignment the reading goes on where the database stands, wherever Kafka believes it does. */
record Resume(KafkaConsumer<byte[], byte[]> assigned, DataSource database, CompactedTopics topics)
        implements ConsumerRebalanceListener {

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        // every batch is committed as it is applied: nothing is left to give back
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            topics.learn(partitions.stream().map(TopicPartition::topic).collect(Collectors.toSet()));
            connection.setAutoCommit(false);
            for (TopicPartition partition : partitions) {
                int number = partition.partition();
                Ledger ledger = Ledger.open(
                        connection, partition.topic(), topics.id(partition.topic()), Set.of(number), Set.of());
                connection.commit();
                assigned.seek(partition, ledger.next(number));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (Exception e) {
            throw e instanceof RuntimeException fault ? fault : new IllegalStateException("cannot resume", e);
        }
    }
}

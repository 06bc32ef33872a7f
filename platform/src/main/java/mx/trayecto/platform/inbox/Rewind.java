package mx.trayecto.platform.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

import mx.trayecto.platform.problem.Redacted;

/**
 * Takes back what was applied of events that a restore of their producer made void: all that a subject's events did is
 * forgotten, and those of its history that hold are applied anew. A subject for which that cannot be done is parked.
 */
@ApplicationScoped
class Rewind {
    private static final Logger LOG = Logger.getLogger(Rewind.class);

    @Inject
    Handlers handlers;

    @Inject
    TopicHistory topic;

    /** Brings the subjects of these records, all of one partition and in its order, to where the last of each leaves them. */
    void apply(Connection connection, Ledger ledger, List<Received> received) throws SQLException {
        Map<UUID, List<Received>> bySubject = received.stream()
                .collect(Collectors.groupingBy(Received::subject, LinkedHashMap::new, Collectors.toList()));
        Received last = received.getLast();
        Map<UUID, List<Received>> history = topic.read(
                new TopicPartition(last.record().topic(), last.record().partition()),
                bySubject.keySet(),
                last.record().offset(),
                connection);
        Map<UUID, List<Received>> holding = new LinkedHashMap<>();
        for (Map.Entry<UUID, List<Received>> subject : bySubject.entrySet()) {
            try {
                holding.put(
                        subject.getKey(), Timeline.upTo(subject.getValue().getLast(), history.get(subject.getKey())));
            } catch (UnreadableEvent e) {
                ledger.setAside(subject.getValue(), e.getMessage());
            }
        }
        if (attempt(connection, ledger, holding.values()) != null) {
            for (Map.Entry<UUID, List<Received>> subject : holding.entrySet()) {
                Throwable fault = attempt(connection, ledger, List.of(subject.getValue()));
                if (fault != null) {
                    LOG.errorf(Redacted.of(fault), "%s cannot be brought back to what holds", subject.getKey());
                    ledger.setAside(bySubject.get(subject.getKey()), Applier.reason(fault));
                }
            }
        }
        LOG.infof(
                "%d subjects of %s brought back after a restore",
                holding.size(), last.record().topic());
    }

    /** @return why it cannot be done; null where it is */
    private Throwable attempt(Connection connection, Ledger ledger, Collection<List<Received>> timelines)
            throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            rewind(connection, ledger, timelines);
            connection.releaseSavepoint(before);
            return null;
        } catch (SQLException | RuntimeException | StackOverflowError e) {
            if (Applier.passes(e)) {
                throw e;
            }
            connection.rollback(before);
            return e;
        }
    }

    private void rewind(Connection connection, Ledger ledger, Collection<List<Received>> timelines)
            throws SQLException {
        if (timelines.isEmpty()) {
            return;
        }
        List<Received> newest = timelines.stream().map(List::getLast).toList();
        String name = newest.getFirst().record().topic();
        handlers.forget(
                connection,
                name,
                newest.stream()
                        .map(each -> new InboxHandler.Subject(each.event().tenant(), each.subject()))
                        .toList());
        handlers.apply(
                connection,
                name,
                timelines.stream()
                        .flatMap(List::stream)
                        .sorted(Comparator.comparingLong(each -> each.record().offset()))
                        .toList());
        ledger.remember(newest.stream().map(Received::event).toList());
    }
}

package mx.trayecto.platform.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** Handed to the handlers at a time. */
    private static final int SUBJECTS = 100;

    @Inject
    Handlers handlers;

    @Inject
    TopicHistory topic;

    /** Brings the subjects of these records, in their partitions' order, to where the last of each leaves them. */
    void apply(Connection connection, Ledger ledger, List<Received> received) throws SQLException {
        Map<UUID, List<Received>> bySubject = received.stream()
                .collect(Collectors.groupingBy(Received::subject, LinkedHashMap::new, Collectors.toList()));
        Map<TopicPartition, Long> upTo = new HashMap<>();
        received.forEach(each -> upTo.merge(
                new TopicPartition(each.event().topic(), each.event().partition()),
                each.event().offset(),
                Math::max));
        Set<UUID> left = new LinkedHashSet<>(bySubject.keySet());
        while (!left.isEmpty()) {
            Map<UUID, List<Received>> history = topic.read(upTo, left, connection);
            left.removeAll(history.keySet());
            for (Set<UUID> portion = first(history.keySet()); !portion.isEmpty(); portion = first(history.keySet())) {
                Map<UUID, List<Received>> holding = new LinkedHashMap<>();
                for (UUID subject : portion) {
                    List<Received> fresh = bySubject.get(subject);
                    try {
                        holding.put(subject, Timeline.upTo(fresh.getLast(), history.get(subject)));
                    } catch (UnreadableEvent e) {
                        ledger.setAside(fresh, e.getMessage());
                    }
                }
                bring(connection, ledger, bySubject, holding);
                history.keySet().removeAll(portion);
            }
        }
    }

    private static Set<UUID> first(Set<UUID> subjects) {
        return subjects.stream().limit(SUBJECTS).collect(Collectors.toSet());
    }

    /** All together; one by one where one of them cannot be brought back. */
    private void bring(
            Connection connection, Ledger ledger, Map<UUID, List<Received>> fresh, Map<UUID, List<Received>> holding)
            throws SQLException {
        if (attempt(connection, ledger, holding.values()) != null) {
            for (Map.Entry<UUID, List<Received>> subject : holding.entrySet()) {
                Throwable fault = attempt(connection, ledger, List.of(subject.getValue()));
                if (fault != null) {
                    LOG.errorf(Redacted.of(fault), "%s cannot be brought back to what holds", subject.getKey());
                    ledger.setAside(fresh.get(subject.getKey()), Applier.reason(fault));
                }
            }
        }
        LOG.infof("%d subjects brought back after a restore", holding.size());
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
        ledger.release(newest);
    }
}

package mx.trayecto.platform.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** All that read a topic, together. */
@ApplicationScoped
class Handlers {
    @Inject
    Instance<InboxHandler> all;

    private final Map<String, List<InboxHandler>> byTopic = new ConcurrentHashMap<>();

    Set<String> topics() {
        return all.stream().flatMap(handler -> handler.topics().stream()).collect(Collectors.toSet());
    }

    /** Hands events over; markers of a restore only move the sequence. */
    void apply(Connection connection, String topic, List<Received> received) throws SQLException {
        List<InboxEvent> events = received.stream()
                .map(Received::event)
                .filter(event -> !event.marker())
                .toList();
        for (InboxHandler handler : of(topic)) {
            List<InboxEvent> read =
                    events.stream().filter(event -> handler.reads(event.type())).toList();
            if (!read.isEmpty()) {
                handler.apply(connection, read);
            }
        }
    }

    /** Whether events of a type tell anybody here anything; that a producer was restored tells the inbox itself. */
    boolean read(String topic, String type) {
        return type.endsWith(InboxEvent.RESTORED) || of(topic).stream().anyMatch(handler -> handler.reads(type));
    }

    void forget(Connection connection, String topic, Collection<InboxHandler.Subject> subjects) throws SQLException {
        for (InboxHandler handler : of(topic)) {
            handler.forget(connection, subjects);
        }
    }

    void afterCommit(String topic) {
        of(topic).forEach(InboxHandler::afterCommit);
    }

    private List<InboxHandler> of(String topic) {
        return byTopic.computeIfAbsent(
                topic,
                name -> all.stream()
                        .filter(handler -> handler.topics().contains(name))
                        .toList());
    }
}

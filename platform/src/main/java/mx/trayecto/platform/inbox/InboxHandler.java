package mx.trayecto.platform.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * Applies events of other services to this service's database. Implemented by CDI beans; several may read one topic.
 *
 * <p>Events come deduplicated and in order per subject, in one transaction with the offset that they advance: what the
 * handler writes through {@code worker} happens exactly once. Use set-based SQL over the whole list.
 */
public interface InboxHandler {
    /** Names of the topics that this handler reads. */
    Set<String> topics();

    /**
     * Applies events, all or none.
     *
     * @param worker a connection of the worker role, inside the transaction; never committed or closed here
     * @throws UnreadableEvent where an event can never be applied: it is set aside and its subject parked
     * @throws SQLException on a fault of the database; those that pass are retried
     */
    void apply(Connection worker, List<InboxEvent> events) throws SQLException;

    /** Called after the commit, outside of any transaction. */
    default void afterCommit() {}
}

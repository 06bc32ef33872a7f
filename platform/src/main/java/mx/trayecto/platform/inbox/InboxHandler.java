package mx.trayecto.platform.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

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
     * Whether events of a type tell it anything. Those that tell nobody here anything are not even parsed: they only move
     * the sequence of what they are about.
     *
     * @param type such as {@code mx.trayecto.enrollment.graduated.v1}
     */
    default boolean reads(String type) {
        return true;
    }

    /**
     * Applies events, all or none.
     *
     * @param worker a connection of the worker role, inside the transaction; never committed or closed here
     * @throws UnreadableEvent where an event can never be applied: it is set aside and its subject parked
     * @throws SQLException on a fault of the database; those that pass are retried
     */
    void apply(Connection worker, List<InboxEvent> events) throws SQLException;

    /**
     * Takes back all that events of these subjects did, as if none had ever come: their producer was restored to an older
     * state. Those events that still hold are applied anew right after, in the same transaction. Never called for a
     * compacted topic, where the next snapshot simply replaces the last.
     *
     * @param worker as in {@link #apply}
     * @throws UnreadableEvent where it cannot be taken back: the subjects are parked, so that it shows
     */
    default void forget(Connection worker, Collection<Subject> subjects) throws SQLException {
        throw new UnreadableEvent("what was applied cannot be taken back");
    }

    /** An aggregate that events tell of. */
    record Subject(UUID tenant, UUID id) {}

    /** Called after the commit, outside of any transaction. */
    default void afterCommit() {}
}

package mx.trayecto.platform.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

/**
 * Notices that the database lacks what its topics hold: it was put back to an older state without anybody raising the
 * epoch, or lost its last commits in a failover. Were events to go on in the same epoch, they would take the places of
 * those that are lost, and consumers would drop them as known. So the epoch is raised before anything is published, and
 * what was written meanwhile goes along. Lost events are the newest of their partitions, so the ends of the topics show it.
 */
@ApplicationScoped
class LostCommits {
    private static final Logger LOG = Logger.getLogger(LostCommits.class);

    /** Events of this epoch beyond what their aggregates have come to, or in whose places others stand. */
    private static final String MISSING = """
            SELECT count(*), max(g.epoch)
              FROM unnest(?::uuid[], ?::uuid[], ?::int[], ?::bigint[], ?::uuid[])
                AS g (tenant_id, aggregate_id, epoch, sequence, event_id)
              JOIN producer_epoch p ON g.epoch >= p.epoch
              LEFT JOIN event_counter c USING (tenant_id, aggregate_id)
             WHERE c.aggregate_id IS NULL OR (g.epoch, g.sequence) > (c.epoch, c.last_sequence)
                OR EXISTS (SELECT FROM outbox o WHERE o.tenant_id = g.tenant_id AND o.aggregate_id = g.aggregate_id
                             AND o.epoch = g.epoch AND o.sequence = g.sequence AND o.event_id <> g.event_id)""";

    /** By the clock too, so that two restores of one state never share an epoch. */
    private static final String RAISE = "UPDATE producer_epoch SET epoch = greatest(epoch + 1, ?,"
            + " extract(epoch FROM now() - timestamptz '2020-01-01 00:00Z')::int) RETURNING epoch";

    private static final String MOVE = """
            WITH waiting AS (
              SELECT id, tenant_id, aggregate_id, epoch, previous_epoch, sequence,
                     row_number() OVER (PARTITION BY tenant_id, aggregate_id ORDER BY id) AS nth
                FROM outbox WHERE published_at IS NULL
            ), counted AS (
              UPDATE event_counter c SET epoch = p.epoch
                FROM producer_epoch p, (SELECT DISTINCT tenant_id, aggregate_id FROM waiting) w
               WHERE c.tenant_id = w.tenant_id AND c.aggregate_id = w.aggregate_id
            )
            UPDATE outbox o
               SET epoch = p.epoch,
                   previous_epoch = CASE WHEN w.nth = 1 AND w.sequence > 1 THEN coalesce(w.previous_epoch, w.epoch) END
              FROM producer_epoch p, waiting w
             WHERE o.id = w.id""";

    @Inject
    TopicTails tails;

    /** The database server's start that was looked at: only another one may have lost anything. */
    volatile String seen;

    /** To be called by the one who publishes, before the first event. */
    void notice(Connection relay) throws SQLException {
        String server = start(relay);
        if (!server.equals(seen)) {
            look(relay);
            seen = server;
        }
    }

    void look(Connection relay) throws SQLException {
        List<TopicTails.Told> told = tails.read(relay);
        try (PreparedStatement select = relay.prepareStatement(MISSING)) {
            select.setArray(1, column(relay, "uuid", told, TopicTails.Told::tenant));
            select.setArray(2, column(relay, "uuid", told, TopicTails.Told::aggregate));
            select.setArray(3, column(relay, "int4", told, TopicTails.Told::epoch));
            select.setArray(4, column(relay, "int8", told, TopicTails.Told::sequence));
            select.setArray(5, column(relay, "uuid", told, TopicTails.Told::event));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                if (row.getInt(1) > 0) {
                    int epoch = raise(relay, row.getInt(2));
                    LOG.errorf(
                            "the database lacks at least %d events that its topics hold: it was restored, or lost commits."
                                    + " Events go on in epoch %d; ./suite reconcile --repair brings consumers back",
                            row.getInt(1), epoch);
                }
            }
        }
    }

    private static int raise(Connection relay, int beyond) throws SQLException {
        relay.setAutoCommit(false);
        try (Statement statement = relay.createStatement();
                PreparedStatement raise = relay.prepareStatement(RAISE)) {
            // whoever writes events now has read the old epoch; whoever waits for this will read the new one
            statement.execute("LOCK TABLE outbox IN SHARE ROW EXCLUSIVE MODE");
            raise.setInt(1, beyond + 1);
            int epoch;
            try (ResultSet row = raise.executeQuery()) {
                row.next();
                epoch = row.getInt(1);
            }
            statement.executeUpdate(MOVE);
            relay.commit();
            return epoch;
        } catch (SQLException e) {
            relay.rollback();
            throw e;
        } finally {
            relay.setAutoCommit(true);
        }
    }

    private static String start(Connection relay) throws SQLException {
        try (Statement select = relay.createStatement();
                ResultSet row = select.executeQuery("SELECT pg_postmaster_start_time()::text")) {
            row.next();
            return row.getString(1);
        }
    }

    private static java.sql.Array column(
            Connection connection, String type, List<TopicTails.Told> told, Function<TopicTails.Told, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, told.stream().map(value).toArray());
    }
}

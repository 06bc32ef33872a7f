package mx.trayecto.platform.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Pipeline;

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

    /**
     * To be called by the one who publishes, before the first event.
     *
     * @return whether to look {@link #again} once nothing of a predecessor's can come any more
     */
    boolean notice(Connection relay) throws SQLException {
        boolean other = !start(relay).equals(seen);
        if (other) {
            look(relay);
        }
        return other;
    }

    /** A predecessor whose last events the database has lost may have had them under way when they were looked for. */
    void again(Connection relay) throws SQLException {
        look(relay);
        seen = start(relay);
    }

    void look(Connection relay) throws SQLException {
        List<TopicTails.Told> told = tails.read(relay);
        Missing missing = new Pipeline(relay)
                .ask(
                        MISSING,
                        row -> new Missing(row.getInt(1), row.getInt(2)),
                        Columns.of(told)
                                .uuid(TopicTails.Told::tenant)
                                .uuid(TopicTails.Told::aggregate)
                                .whole(TopicTails.Told::epoch)
                                .count(TopicTails.Told::sequence)
                                .uuid(TopicTails.Told::event))
                .rows()
                .getFirst();
        if (missing.events() > 0) {
            int epoch = raise(relay, missing.lastEpoch());
            LOG.errorf(
                    "the database lacks at least %d events that its topics hold: it was restored, or lost commits."
                            + " Events go on in epoch %d; ./suite reconcile --repair brings consumers back",
                    missing.events(), epoch);
        }
    }

    private record Missing(int events, int lastEpoch) {}

    private static int raise(Connection relay, int beyond) throws SQLException {
        relay.setAutoCommit(false);
        try {
            Pipeline database = new Pipeline(relay);
            // whoever writes events now has read the old epoch; whoever waits for this will read the new one
            database.write("LOCK TABLE outbox IN SHARE ROW EXCLUSIVE MODE");
            Pipeline.Answer<Integer> epoch = database.ask(RAISE, row -> row.getInt(1), beyond + 1);
            database.write(MOVE);
            database.send();
            relay.commit();
            return epoch.rows().getFirst();
        } catch (SQLException e) {
            relay.rollback();
            throw e;
        } finally {
            relay.setAutoCommit(true);
        }
    }

    private static String start(Connection relay) throws SQLException {
        return new Pipeline(relay)
                .ask("SELECT pg_postmaster_start_time()::text", row -> row.getString(1))
                .rows()
                .getFirst();
    }
}

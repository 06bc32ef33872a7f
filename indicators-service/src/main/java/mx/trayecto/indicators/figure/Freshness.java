package mx.trayecto.indicators.figure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.CurrentActor;

/** How far the tenant's figures reach, and what is missing in them. */
@ApplicationScoped
public class Freshness {
    /** What {@code incomplete} is, for contracts. */
    public static final String INCOMPLETE =
            "`incomplete` counts what is missing: keys whose events wait because one of them cannot be read, and records"
                    + " whose key cannot be read. Where the tenant cannot be read either, it is not known whose they are,"
                    + " and they count for everybody.";

    /**
     * Nothing is applied out of a parked key, whoever's it is, nor of a record without a readable key; one without a
     * readable tenant may be anybody's.
     */
    private static final String MISSING = " FROM (SELECT topic, aggregate_id, since, tenant_id FROM inbox_parked"
            + " UNION ALL SELECT topic, NULL, arrived_at, tenant_id FROM dead_letter WHERE aggregate_id IS NULL) AS missing"
            + " WHERE tenant_id = ? OR tenant_id IS NULL";

    private static final int MOST_READINGS = 5;

    @Inject
    Sql sql;

    @Inject
    CurrentActor actor;

    /**
     * What every figure tells of itself.
     *
     * @param asOf time of the latest event included; absent before the first
     * @param incomplete keys whose events wait, and records that have no readable key
     */
    public record Reach(Instant asOf, long incomplete) {}

    /** Up to where one topic is included. */
    @Schema(name = "TopicPosition", description = "Up to where one partition of a topic is included")
    public record Position(String topic, int partition, long nextOffset) {}

    /**
     * A key whose events wait.
     *
     * @param key absent where a single record waits whose key cannot be read
     */
    @Schema(
            name = "ParkedKey",
            description =
                    "A key whose events wait because one of them cannot be read; without a key, a record whose key"
                            + " cannot be read")
    public record Parked(String topic, UUID key, Instant since) {}

    public Reach reach() {
        return sql.first(
                        "SELECT (SELECT max(as_of) FROM freshness), count(*)" + MISSING,
                        row -> new Reach(instant(row, 1), row.getLong(2)),
                        actor.get().tenant())
                .orElseThrow();
    }

    /**
     * Reads figures that belong together, such as a total and its cells, between two batches of events and not across
     * one: reads again where one was applied meanwhile. Under a constant stream the last reading is taken; each of its
     * numbers is exact, only not all of the same moment.
     */
    public <T> T together(Supplier<T> reading) {
        for (int attempt = 1; ; attempt++) {
            long before = applied();
            T read = reading.get();
            if (attempt == MOST_READINGS || before == applied()) {
                return read;
            }
        }
    }

    private long applied() {
        return sql.first("SELECT coalesce(sum(next_offset), 0)::bigint FROM inbox_offset", row -> row.getLong(1))
                .orElseThrow();
    }

    /** Offsets of all partitions read so far; they are the service's, not one tenant's. */
    public List<Position> positions() {
        return sql.list(
                "SELECT topic, partition, next_offset FROM inbox_offset WHERE next_offset > 0"
                        + " ORDER BY topic, partition",
                row -> new Position(row.getString(1), row.getInt(2), row.getLong(3)));
    }

    public List<Parked> parked() {
        return sql.list(
                "SELECT topic, aggregate_id, since" + MISSING + " ORDER BY since LIMIT 200",
                row -> new Parked(row.getString(1), row.getObject(2, UUID.class), instant(row, 3)),
                actor.get().tenant());
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}

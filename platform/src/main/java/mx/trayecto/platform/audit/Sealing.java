package mx.trayecto.platform.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;

import mx.trayecto.platform.crypto.Marks;
import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Pipeline;

/**
 * Seals what was committed, in one transaction: seals, what they mention and how far it has come are there together or
 * not at all. One process at a time; who finds another at it leaves it to that one. Business transactions hold no lock
 * that is waited for, and wait for none.
 */
@ApplicationScoped
class Sealing {
    private static final String TAKE = "SELECT " + Progress.COLUMNS + " FROM audit_sealing FOR UPDATE SKIP LOCKED";

    /** Who is writing entries, or may be about to: read before entries are, or after, as is needed. */
    private static final String WRITING = "SELECT DISTINCT virtualtransaction FROM pg_locks"
            + " WHERE locktype = 'relation' AND relation = 'audit_entry'::regclass AND mode = 'RowExclusiveLock'"
            + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

    /** How large the entries of one transaction may be, in bytes. */
    static final long ROOM = 2_000_000;

    /** An id that was never given is a stranger's, and would make all that come after it seem to be sealed. */
    private static final String NEXT =
            "e.id > ? AND e.id <> ALL (?) AND e.id <= (SELECT last_value FROM audit_entry_id_seq)";

    private static final String HIGHEST =
            "SELECT coalesce(max(id), 0) FROM audit_entry WHERE id <= (SELECT last_value FROM audit_entry_id_seq)";

    private static final String LAST =
            "SELECT " + Seal.COLUMNS + " FROM audit_seal WHERE tenant_id = ? ORDER BY number DESC LIMIT 1";

    private static final String KEEP =
            "UPDATE audit_sealing SET low = ?, above = ?, seen = ?, writers = ?, breaks = breaks + ?";

    @Inject
    @DataSource("worker")
    AgroalDataSource database;

    @Inject
    AuditConfig config;

    @Inject
    Marks marks;

    private record Mention(UUID tenant, UUID mentioned, Entry entry) {}

    /** One of what waits, and how large it is together with all before it. */
    private record Waiting(Entry entry, long upTo) {}

    /**
     * What a turn came to.
     *
     * @param seals the new link of each tenant that had something to seal
     * @param more whether it is worth looking again at once
     */
    record Turn(Collection<Seal> seals, boolean more) {}

    Turn turn() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Turn turn = turn(new Pipeline(connection));
                connection.commit();
                return turn;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private Turn turn(Pipeline pipeline) throws SQLException {
        Optional<Progress> taken =
                pipeline.ask(TAKE, Progress::of).rows().stream().findFirst();
        if (taken.isEmpty()) {
            return new Turn(List.of(), false);
        }
        Progress before = taken.get();
        boolean settled = before.settled(writing(pipeline));
        List<Waiting> waiting = pipeline.ask(
                        Entry.query(NEXT, "e.id", config.batch(), ROOM),
                        row -> new Waiting(Entry.of(row), row.getLong("up_to")),
                        before.low(),
                        Columns.of(before.above()).count(id -> id))
                .rows();
        List<Entry> entries = waiting.stream().map(Waiting::entry).toList();
        boolean more = entries.size() == config.batch()
                || !waiting.isEmpty() && waiting.getLast().upTo() >= ROOM;
        List<Long> ids = entries.stream().map(Entry::id).toList();
        Progress after = settled
                ? before.rise(ids, more ? ids.getLast() : Long.MAX_VALUE, highest(pipeline), writing(pipeline))
                : before.stay(ids);
        if (after.equals(before)
                || ids.isEmpty()
                        && after.low() == before.low()
                        && before.above().isEmpty()) {
            return new Turn(List.of(), false); // nobody writes, or nobody has committed yet
        }
        Collection<Seal> seals = seal(pipeline, entries, before.unmarked());
        mention(pipeline, entries);
        pipeline.write(
                KEEP,
                after.low(),
                Columns.of(after.above()).count(id -> id),
                after.seen(),
                Columns.of(after.writers()).text(writer -> writer),
                seals.stream().mapToInt(seal -> seal.foreign().size()).sum());
        pipeline.send();
        return new Turn(seals, more);
    }

    private Collection<Seal> seal(Pipeline pipeline, List<Entry> entries, long unmarked) throws SQLException {
        Map<UUID, List<Entry>> byTenant = new LinkedHashMap<>();
        entries.forEach(entry ->
                byTenant.computeIfAbsent(entry.tenant(), t -> new ArrayList<>()).add(entry));
        Map<UUID, Pipeline.Answer<Seal>> last = new LinkedHashMap<>();
        byTenant.keySet().forEach(tenant -> last.put(tenant, pipeline.ask(LAST, Seal::of, tenant)));
        List<Seal> seals = new ArrayList<>();
        for (Map.Entry<UUID, List<Entry>> each : byTenant.entrySet()) {
            UUID tenant = each.getKey();
            Seal before = last.get(tenant).rows().stream().findFirst().orElse(Seal.none(tenant));
            seals.add(before.then(each.getValue(), unmarked, marks));
        }
        for (Seal seal : seals) {
            pipeline.write(
                    "INSERT INTO audit_seal (" + Seal.COLUMNS + ", size) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    seal.tenant(),
                    seal.number(),
                    seal.sealedAt().atOffset(ZoneOffset.UTC),
                    seal.latest().atOffset(ZoneOffset.UTC),
                    seal.marked(),
                    Columns.of(seal.entries()).count(id -> id),
                    Columns.of(seal.foreign()).count(id -> id),
                    seal.seal(),
                    byTenant.get(seal.tenant()).stream().mapToLong(Entry::size).sum());
        }
        return seals;
    }

    private static void mention(Pipeline pipeline, List<Entry> entries) {
        List<Mention> mentions = entries.stream()
                .filter(Entry::dated)
                .flatMap(entry ->
                        entry.mentions().stream().map(mentioned -> new Mention(entry.tenant(), mentioned, entry)))
                .toList();
        if (!mentions.isEmpty()) {
            pipeline.write(
                    "INSERT INTO audit_mention (tenant_id, mentioned, at, entry_id)"
                            + " SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::timestamptz[], ?::bigint[])"
                            + " ON CONFLICT DO NOTHING",
                    Columns.of(mentions)
                            .uuid(Mention::tenant)
                            .uuid(Mention::mentioned)
                            .time(mention -> mention.entry().at())
                            .count(mention -> mention.entry().id()));
        }
    }

    private static long highest(Pipeline pipeline) throws SQLException {
        return pipeline.ask(HIGHEST, row -> row.getLong(1)).rows().getFirst();
    }

    private static List<String> writing(Pipeline pipeline) throws SQLException {
        return pipeline.ask(WRITING, row -> row.getString(1)).rows();
    }
}

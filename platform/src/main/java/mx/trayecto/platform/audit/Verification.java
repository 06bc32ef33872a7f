package mx.trayecto.platform.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;

import mx.trayecto.platform.audit.AuditBreak.Kind;
import mx.trayecto.platform.crypto.Marks;
import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Pipeline;

/**
 * Checks a tenant's chain part by part, each part in one snapshot: that every seal follows the one before, that every
 * entry is there as it was written, and that there is no other between them. It tells ids and numbers, no content.
 */
@ApplicationScoped
class Verification {
    /** Entries in one part, about. */
    private static final int PART = 10_000;

    /** How large they may be together, in bytes, about. */
    private static final long ROOM = 2 * Sealing.ROOM;

    /** How many seals away the other seals usually are that are of entries of the same time. */
    private static final int NEAR = 100;

    /** The end of the year 9999. */
    private static final long LAST = 253_402_300_799L;

    private static final String SEALS = "SELECT " + Seal.COLUMNS + " FROM audit_seal WHERE tenant_id = ?";
    private static final String ENTRIES = "SELECT " + Entry.COLUMNS + " FROM audit_entry e WHERE e.tenant_id = ?";

    /** The last seal of a part: as many as there is room for, at least one. */
    private static final String END = "SELECT coalesce(max(number), 0) FROM (SELECT number,"
            + " sum(cardinality(entries)) OVER w - cardinality(entries) AS entries, sum(size) OVER w - size AS size"
            + " FROM (SELECT number, entries, size FROM audit_seal WHERE tenant_id = ? AND number > ?"
            + " ORDER BY number LIMIT 1000) s WINDOW w AS (ORDER BY number)) s"
            + " WHERE entries < " + PART + " AND size < " + ROOM;

    /** Entries that are written earlier than others and committed later are of a later seal. */
    private static final String ELSEWHERE = "SELECT DISTINCT listed.id FROM audit_seal s, unnest(s.entries) listed (id)"
            + " WHERE s.tenant_id = ? AND s.number > ? AND s.number <= ? AND listed.id = ANY (?)";

    private static final String NOT_INDEXED = "SELECT DISTINCT g.id"
            + " FROM unnest(?::uuid[], ?::timestamptz[], ?::bigint[]) g (mentioned, at, id)"
            + " WHERE NOT EXISTS (SELECT FROM audit_mention m WHERE m.tenant_id = ? AND m.mentioned = g.mentioned"
            + " AND m.at = g.at AND m.entry_id = g.id)";

    @Inject
    @DataSource("worker")
    AgroalDataSource database;

    @Inject
    Marks marks;

    /** One step for each tenant, however many rows it has. */
    private static final String OF_TABLE = """
            (WITH RECURSIVE found (tenant_id) AS (
               (SELECT tenant_id FROM %1$s ORDER BY tenant_id LIMIT 1)
               UNION ALL
               SELECT (SELECT t.tenant_id FROM %1$s t
                        WHERE t.tenant_id > found.tenant_id ORDER BY t.tenant_id LIMIT 1)
                 FROM found WHERE found.tenant_id IS NOT NULL)
             SELECT tenant_id FROM found WHERE tenant_id IS NOT NULL)""";

    private static final String TENANTS =
            OF_TABLE.formatted("audit_entry") + " UNION " + OF_TABLE.formatted("audit_seal") + " ORDER BY 1";

    /** A seal that somebody has kept. */
    record Kept(long number, String seal) {}

    private record Mention(UUID mentioned, Entry entry) {}

    /** The tenants that have anything to check. */
    List<UUID> tenants() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new Pipeline(connection)
                    .ask(TENANTS, row -> row.getObject(1, UUID.class))
                    .rows();
        }
    }

    /**
     * Checks what comes after a seal.
     *
     * @param after its number; zero for the beginning
     * @param kept a seal that must be in the chain; may be null
     */
    AuditVerification check(UUID tenant, long after, Kept kept) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Pipeline pipeline = new Pipeline(connection);
                pipeline.write("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
                return check(pipeline, tenant, after, kept);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private AuditVerification check(Pipeline pipeline, UUID tenant, long after, Kept kept) throws SQLException {
        Seal head = one(pipeline, tenant, " ORDER BY number DESC LIMIT 1").orElse(Seal.none(tenant));
        Seal before = after == 0
                ? Seal.none(tenant)
                : one(pipeline, tenant, " AND number = " + after).orElse(null);
        long to = Math.max(
                after,
                pipeline.ask(END, row -> row.getLong(1), tenant, after).rows().getFirst());
        List<Seal> seals = pipeline.ask(
                        SEALS + " AND number > ? AND number <= ? ORDER BY number", Seal::of, tenant, after, to)
                .rows();
        Map<Long, Entry> entries =
                after > head.number() ? Map.of() : entries(pipeline, tenant, before, seals, to >= head.number());
        Walk walk = new Walk(tenant, marks, entries);
        if (before == null) {
            walk.found(Kind.SEAL_REMOVED, after, null);
        }
        if (kept != null
                && one(pipeline, tenant, " AND number = " + kept.number())
                        .filter(seal -> seal.hex().equals(kept.seal()))
                        .isEmpty()) {
            walk.found(Kind.HEAD_LOST, kept.number(), null);
        }
        walk.along(seals, after, before);
        judge(pipeline, walk, after, to);
        index(pipeline, walk);
        return walk.told(after, to, head);
    }

    private static Optional<Seal> one(Pipeline pipeline, UUID tenant, String which) throws SQLException {
        return pipeline.ask(SEALS + which, Seal::of, tenant).rows().stream().findFirst();
    }

    /** Those that the seals are of, and whatever else was written in their time. */
    private static Map<Long, Entry> entries(Pipeline pipeline, UUID tenant, Seal before, List<Seal> seals, boolean end)
            throws SQLException {
        boolean begin = before == null || before.number() == 0;
        OffsetDateTime from = begin ? OffsetDateTime.MIN : time(before.latest());
        OffsetDateTime until = end || seals.isEmpty()
                ? OffsetDateTime.MAX
                : time(seals.getLast().latest());
        Map<Long, Entry> entries = new LinkedHashMap<>();
        pipeline.ask(
                        Entry.query(
                                "e.tenant_id = ? AND e.at " + (begin ? ">=" : ">") + " ? AND e.at <= ?",
                                "e.at, e.id",
                                5 * PART,
                                5 * ROOM),
                        Entry::of,
                        tenant,
                        from,
                        until)
                .rows()
                .forEach(entry -> entries.put(entry.id(), entry));
        List<Long> others = seals.stream()
                .flatMap(seal -> seal.entries().stream())
                .filter(id -> !entries.containsKey(id))
                .toList();
        if (!others.isEmpty()) {
            pipeline.ask(
                            ENTRIES + " AND e.id = ANY (?)",
                            Entry::of,
                            tenant,
                            Columns.of(others).count(id -> id))
                    .rows()
                    .forEach(entry -> entries.put(entry.id(), entry));
        }
        return entries;
    }

    /** As the database can be asked for it, whatever somebody may have put there. */
    private static OffsetDateTime time(Instant at) {
        return at.getEpochSecond() > LAST ? OffsetDateTime.MAX : at.atOffset(ZoneOffset.UTC);
    }

    private static void judge(Pipeline pipeline, Walk walk, long after, long to) throws SQLException {
        List<Entry> strangers = walk.strangers();
        if (strangers.isEmpty()) {
            return;
        }
        Progress progress = pipeline.ask("SELECT " + Progress.COLUMNS + " FROM audit_sealing", Progress::of)
                .rows()
                .getFirst();
        long last = pipeline.ask("SELECT last_value FROM audit_entry_id_seq", row -> row.getLong(1))
                .rows()
                .getFirst();
        Set<Long> passed = strangers.stream()
                .map(Entry::id)
                .filter(id -> !progress.comes(id) || id > last)
                .collect(Collectors.toSet());
        Set<Long> elsewhere = elsewhere(pipeline, walk.tenant(), passed, after - NEAR, to + NEAR);
        passed.removeAll(elsewhere);
        elsewhere.addAll(elsewhere(pipeline, walk.tenant(), passed, 0, Long.MAX_VALUE));
        walk.judge(strangers, elsewhere, progress, last);
    }

    private static Set<Long> elsewhere(Pipeline pipeline, UUID tenant, Set<Long> ids, long above, long to)
            throws SQLException {
        if (ids.isEmpty()) {
            return new HashSet<>();
        }
        return new HashSet<>(pipeline.ask(
                        ELSEWHERE,
                        row -> row.getLong(1),
                        tenant,
                        above,
                        to,
                        Columns.of(ids).count(id -> id))
                .rows());
    }

    private static void index(Pipeline pipeline, Walk walk) throws SQLException {
        List<Mention> mentions = new ArrayList<>();
        for (Entry entry : walk.sound()) {
            entry.mentions().forEach(mentioned -> mentions.add(new Mention(mentioned, entry)));
        }
        if (!mentions.isEmpty()) {
            pipeline.ask(
                            NOT_INDEXED,
                            row -> row.getLong(1),
                            Columns.of(mentions)
                                    .uuid(Mention::mentioned)
                                    .time(mention -> mention.entry().at().atOffset(ZoneOffset.UTC))
                                    .count(mention -> mention.entry().id()),
                            walk.tenant())
                    .rows()
                    .forEach(entry -> walk.found(Kind.ENTRY_NOT_INDEXED, null, entry));
        }
    }
}

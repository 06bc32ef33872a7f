package mx.trayecto.platform.audit;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;

import mx.trayecto.platform.crypto.Marks;

/**
 * An entry of the audit as it is stored.
 *
 * @param id given by the database, so not among what the mark is of; the seal is of it too
 * @param mark null in one that is older than marks, or not this service's
 */
record Entry(
        long id,
        UUID tenant,
        Instant at,
        String subject,
        String client,
        UUID organization,
        String action,
        UUID resource,
        String trace,
        String details,
        byte[] mark) {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    static final String COLUMNS = "e.id, e.tenant_id, e.at, e.subject, e.client, e.organization, e.action,"
            + " e.resource_id, e.trace_id, e.details, e.mark";

    /** How large one is, in bytes, about; its lists are what may be long. */
    private static final String SIZE = "(200 + coalesce(octet_length(e.details::text), 0))";

    /**
     * As many as there is room for, at least one, with their {@link #COLUMNS} and, as {@code up_to}, their size together
     * with all before them.
     *
     * @param order what they are ordered by
     * @param most how many at most
     * @param bytes how large they may be together before another one
     */
    static String query(String where, String order, int most, long bytes) {
        return "SELECT " + COLUMNS + ", e.up_to FROM (SELECT e.*, sum(" + SIZE + ") OVER (ORDER BY " + order
                + ") AS up_to FROM audit_entry e WHERE " + where + " ORDER BY " + order + " LIMIT " + most
                + ") e WHERE e.up_to - " + SIZE + " < " + bytes + " ORDER BY " + order;
    }

    static Entry of(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getString(4),
                row.getString(5),
                row.getObject(6, UUID.class),
                row.getString(7),
                row.getObject(8, UUID.class),
                row.getString(9),
                row.getString(10),
                row.getBytes(11));
    }

    /** Under what an actor's are looked for. */
    static UUID actor(String subject) {
        return UUID.nameUUIDFromBytes(("subject " + subject).getBytes(StandardCharsets.UTF_8));
    }

    /** Under what those of a kind are looked for. */
    static UUID kind(String action) {
        return UUID.nameUUIDFromBytes(("action " + action).getBytes(StandardCharsets.UTF_8));
    }

    /** All that the one who writes an entry knows of it. */
    static byte[] told(
            UUID tenant,
            Instant at,
            String subject,
            String client,
            UUID organization,
            String action,
            UUID resource,
            String trace,
            String details) {
        return new Content()
                .add("entry 1")
                .add(tenant)
                .add(at)
                .add(subject)
                .add(client)
                .add(organization)
                .add(action)
                .add(resource)
                .add(trace)
                .add(Details.canonical(details))
                .all();
    }

    /** In characters, about. */
    long size() {
        return details == null ? 200 : 200 + details.length();
    }

    /** Whether it has a time that can be one. */
    boolean dated() {
        return at.isAfter(FIRST) && at.isBefore(LAST);
    }

    /** Whether the service wrote it, and so. */
    boolean genuine(Marks marks) {
        return marks.fits(tenant, Marks.Use.ENTRY, told(), mark);
    }

    /** All that is stored of it, in short. */
    byte[] digest() {
        return new Content().add(id).add(told()).add(mark).digest();
    }

    private byte[] told() {
        return told(tenant, at, subject, client, organization, action, resource, trace, details);
    }

    /** What it is found by: what it tells of, who did it, and what was done. */
    Set<UUID> mentions() {
        Set<UUID> mentions = Details.ids(details);
        if (resource != null) {
            mentions.add(resource);
        }
        mentions.add(actor(subject));
        mentions.add(kind(action));
        return mentions;
    }
}

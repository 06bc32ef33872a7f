package mx.trayecto.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import mx.trayecto.platform.crypto.Marks;

/**
 * One link of a tenant's chain.
 *
 * @param latest when the latest entry was written that this seal or an earlier one is of
 * @param marked whether any of those entries bears a mark: from then on all must
 * @param entries the ids of the entries that it is of
 * @param foreign those among them that this service had not written
 * @param seal the keyed hash of all this, of the entries, and of the seal before
 */
record Seal(
        UUID tenant,
        long number,
        Instant sealedAt,
        Instant latest,
        boolean marked,
        List<Long> entries,
        List<Long> foreign,
        byte[] seal) {
    static final String COLUMNS = "tenant_id, number, sealed_at, latest, marked, entries, foreign_entries, seal";

    static Seal of(ResultSet row) throws SQLException {
        return new Seal(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getBoolean(5),
                List.of((Long[]) row.getArray(6).getArray()),
                List.of((Long[]) row.getArray(7).getArray()),
                row.getBytes(8));
    }

    /** What comes before the first. */
    static Seal none(UUID tenant) {
        return new Seal(tenant, 0, Instant.EPOCH, Instant.EPOCH, false, List.of(), List.of(), new byte[0]);
    }

    /**
     * The next link.
     *
     * @param next entries of this tenant that no seal is of yet
     * @param unmarked up to which id entries may be without a mark, unless one bears a mark already
     */
    Seal then(Collection<Entry> next, long unmarked, Marks marks) {
        Instant last = latest;
        boolean any = marked;
        List<Long> foreigners = new ArrayList<>();
        for (Entry entry : next) {
            if (entry.genuine(marks)) {
                any = true;
            } else if (entry.mark() != null || any || entry.id() > unmarked || !entry.dated()) {
                foreigners.add(entry.id());
                continue; // what a stranger says is the time counts for nothing
            }
            last = entry.at().isAfter(last) ? entry.at() : last;
        }
        Seal link = new Seal(
                tenant,
                number + 1,
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                last,
                any,
                next.stream().map(Entry::id).toList(),
                foreigners,
                null);
        return link.sealed(marks.mark(
                tenant,
                Marks.Use.SEAL,
                link.content(seal, next.stream().map(Entry::digest).toList())));
    }

    /** Whether it was made of these entries, after that seal, by this service. */
    boolean fits(Seal before, List<byte[]> digests, Marks marks) {
        return marks.fits(tenant, Marks.Use.SEAL, content(before.seal, digests), seal);
    }

    String hex() {
        return HexFormat.of().formatHex(seal);
    }

    private byte[] content(byte[] before, List<byte[]> digests) {
        Content content = new Content()
                .add("seal 1")
                .add(before)
                .add(tenant)
                .add(number)
                .add(sealedAt)
                .add(latest)
                .add(marked)
                .add(entries)
                .add(foreign);
        digests.forEach(content::add);
        return content.all();
    }

    private Seal sealed(byte[] with) {
        return new Seal(tenant, number, sealedAt, latest, marked, entries, foreign, with);
    }
}

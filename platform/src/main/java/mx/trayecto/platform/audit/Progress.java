package mx.trayecto.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far sealing has come, by id. Ids are given before their commit, so a transaction may still commit one that is lower
 * than what is sealed. Whoever writes an entry holds a lock on the table from before the id is given until the commit:
 * once nobody of those is left who held one when {@code seen} had been seen, nothing up to it is still to come.
 *
 * @param low up to which id everything is sealed that ever was or will be committed
 * @param above what is sealed above that
 * @param seen the highest id seen when the writers were looked at
 * @param writers the transactions that were writing then
 * @param unmarked up to which id entries are older than marks
 */
record Progress(long low, Set<Long> above, long seen, List<String> writers, long unmarked) {
    static final String COLUMNS = "low, above, seen, writers, unmarked";

    static Progress of(ResultSet row) throws SQLException {
        return new Progress(
                row.getLong(1),
                Set.copyOf(List.of((Long[]) row.getArray(2).getArray())),
                row.getLong(3),
                List.of((String[]) row.getArray(4).getArray()),
                row.getLong(5));
    }

    /** Whether sealing has still to come to it, if it is committed. */
    boolean comes(long id) {
        return id > low && !above.contains(id);
    }

    /** Whether all that is up to {@code seen} can be read now: to be asked before reading. */
    boolean settled(Collection<String> writing) {
        return Collections.disjoint(writers, writing);
    }

    /**
     * After what was seen before had been settled.
     *
     * @param sealed what was sealed now
     * @param read up to which id all that could be read was
     * @param highest the highest id that can be seen now
     * @param writing who is writing, looked at after that
     */
    Progress rise(Collection<Long> sealed, long read, long highest, Collection<String> writing) {
        long risen = Math.max(low, Math.min(seen, read));
        return new Progress(
                risen,
                Stream.concat(above.stream(), sealed.stream())
                        .filter(id -> id > risen)
                        .collect(Collectors.toSet()),
                Math.max(seen, highest),
                List.copyOf(writing),
                unmarked);
    }

    /** While what was seen before may still be to come. */
    Progress stay(Collection<Long> sealed) {
        return new Progress(
                low,
                Stream.concat(above.stream(), sealed.stream()).collect(Collectors.toSet()),
                seen,
                writers,
                unmarked);
    }
}

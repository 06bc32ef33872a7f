package mx.trayecto.indicators.projection;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import mx.trayecto.platform.storage.Pipeline;

/** Posts a difference to the reference counts and to the cells. */
final class Ledger {
    private final Pipeline database;
    private final PresenceTable presence;
    private final SlotTable slots;

    /** Facts of one name in one line. */
    private record Entry(String counted, int line) {}

    Ledger(Pipeline database) {
        this.presence = new PresenceTable(database);
        this.slots = new SlotTable(database);
        this.database = database;
    }

    void post(Difference difference) throws SQLException {
        difference.settle();
        Distinct distinct = count(difference);
        Lines lines = new Lines(known(difference, distinct.slots()));
        Map<CellKey, Tally> sums = new HashMap<>();
        additive(difference, lines)
                .forEach((entry, tally) -> lines.line(entry.line())
                        .cells(
                                entry.counted(),
                                cell -> sums.computeIfAbsent(cell, key -> new Tally())
                                        .add(tally)));
        distinct.addTo(sums, lines);
        CellTable.add(database, sums);
    }

    private static Map<Entry, Tally> additive(Difference difference, Lines lines) {
        Map<Entry, Tally> sums = new HashMap<>();
        difference.tallies.forEach((place, tally) -> {
            for (int line : lines.of(place.slot())) {
                sums.computeIfAbsent(new Entry(place.counted(), line), key -> new Tally())
                        .add(tally);
            }
        });
        return sums;
    }

    /** Moves the reference counts; tells what their holders had before and have now. */
    private Distinct count(Difference difference) throws SQLException {
        Set<PresenceKey.Holder> touched = new HashSet<>();
        difference.presence.keySet().forEach(key -> touched.add(key.byMember()));
        Map<PresenceKey, Long> held = presence.of(touched);
        Map<PresenceKey, Long> now = new HashMap<>(held);
        Map<PresenceKey, Long> counts = new HashMap<>();
        difference.presence.forEach((key, refs) -> counts.put(key, now.merge(key, refs, Long::sum)));
        presence.write(counts);
        return new Distinct(held, now);
    }

    private Map<TenantId, Slot> known(Difference difference, Set<TenantId> needed) throws SQLException {
        Map<TenantId, Slot> known = new HashMap<>(difference.slots);
        needed.removeAll(known.keySet());
        known.putAll(slots.byId(needed));
        return known;
    }
}

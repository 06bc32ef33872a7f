package mx.trayecto.indicators.projection;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Pipeline;

/**
 * The cells of the declared tables: what the view {@code cell_now} shows, the sum of the cells and of what has yet to be
 * folded into them.
 */
final class CellTable {
    private static final String ADD = "INSERT INTO cell_difference (tenant_id, counted, program, agreement, dimension,"
            + " value, grain, starts_on, facts, enrollments, members, quantity, at_least, about, at_most)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private CellTable() {}

    static void add(Pipeline database, Map<CellKey, Tally> differences) {
        Map<UUID, Map<CellKey, Tally>> byTenant = new HashMap<>();
        differences.forEach((key, tally) -> {
            if (!tally.nothing()) {
                byTenant.computeIfAbsent(key.tenant(), tenant -> new HashMap<>())
                        .put(key, tally);
            }
        });
        byTenant.forEach((tenant, each) -> database.write(ADD, tenant, columns(each)));
    }

    private static Columns<Map.Entry<CellKey, Tally>> columns(Map<CellKey, Tally> differences) {
        return Columns.of(differences.entrySet())
                .text(cell -> cell.getKey().counted())
                .uuid(cell -> cell.getKey().program())
                .uuid(cell -> cell.getKey().agreement())
                .text(cell -> cell.getKey().dimension().code())
                .text(cell -> cell.getKey().value())
                .text(cell -> cell.getKey().grain().code())
                .date(cell -> cell.getKey().startsOn())
                .count(cell -> cell.getValue().facts)
                .count(cell -> cell.getValue().enrollments)
                .count(cell -> cell.getValue().members)
                .number(cell -> cell.getValue().quantity)
                .count(cell -> cell.getValue().atLeast)
                .count(cell -> cell.getValue().about)
                .count(cell -> cell.getValue().atMost);
    }
}

package mx.trayecto.indicators.projection;

import java.util.Map;

import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Pipeline;

/**
 * The cells of the declared tables: what the view {@code cell_now} shows, the sum of the cells and of what has yet to be
 * folded into them.
 */
final class CellTable {
    private static final String ADD = "INSERT INTO cell_difference (tenant_id, counted, dimension, program, agreement,"
            + " value, grain, starts_on, facts, enrollments, members, quantity, at_least, about, at_most)"
            + " SELECT tenant_id, counted, dimension, array_agg(program), array_agg(agreement), array_agg(value),"
            + " array_agg(grain), array_agg(starts_on), array_agg(facts), array_agg(enrollments), array_agg(members),"
            + " array_agg(quantity), array_agg(at_least), array_agg(about), array_agg(at_most)"
            + " FROM unnest(?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::date[],"
            + " ?::bigint[], ?::bigint[], ?::bigint[], ?::numeric[], ?::bigint[], ?::bigint[], ?::bigint[])"
            + " AS d (tenant_id, counted, dimension, program, agreement, value, grain, starts_on, facts, enrollments,"
            + " members, quantity, at_least, about, at_most)"
            + " GROUP BY tenant_id, counted, dimension";

    private CellTable() {}

    static void add(Pipeline database, Map<CellKey, Tally> differences) {
        differences.values().removeIf(Tally::nothing);
        if (differences.isEmpty()) {
            return;
        }
        database.write(
                ADD,
                Columns.of(differences.entrySet())
                        .uuid(cell -> cell.getKey().tenant())
                        .text(cell -> cell.getKey().counted())
                        .text(cell -> cell.getKey().dimension().code())
                        .uuid(cell -> cell.getKey().program())
                        .uuid(cell -> cell.getKey().agreement())
                        .text(cell -> cell.getKey().value())
                        .text(cell -> cell.getKey().grain().code())
                        .date(cell -> cell.getKey().startsOn())
                        .count(cell -> cell.getValue().facts)
                        .count(cell -> cell.getValue().enrollments)
                        .count(cell -> cell.getValue().members)
                        .number(cell -> cell.getValue().quantity)
                        .count(cell -> cell.getValue().atLeast)
                        .count(cell -> cell.getValue().about)
                        .count(cell -> cell.getValue().atMost));
    }
}

package mx.trayecto.indicators.figure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import mx.trayecto.indicators.fact.Dimension;
import mx.trayecto.indicators.fact.Grain;
import mx.trayecto.indicators.fact.Qualifier;
import mx.trayecto.indicators.measure.Where;

/** Reads figures from the declared tables, where they hold the answer: a look-up by key. */
final class CellReader {
    private static final UUID ANY = new UUID(0, 0);

    private static final String SELECT = "SELECT %s, facts, enrollments, members, quantity, at_least, about, at_most"
            + " FROM cell_now WHERE tenant_id = ? AND counted = ANY (?) AND program = ? AND agreement = ? AND dimension = ?"
            + " AND grain = ? AND starts_on BETWEEN ? AND ?";

    /** Which cells answer a request. */
    record Cells(Dimension dimension, Set<String> values, Grain grain, LocalDate first, LocalDate last, By by) {}

    private CellReader() {}

    /** The cells that hold the answer, if declared tables have it. */
    static Optional<Cells> cells(Request request) {
        boolean byMonth = request.by() == By.MONTH;
        Grain grain = request.period().grain();
        if (grain == null || request.part().where().campaign() != null) {
            return Optional.empty();
        }
        Dimension wanted = request.by() == null ? Dimension.TOTAL : request.by().dimension();
        if (wanted == null) {
            return Optional.empty();
        }
        Dimension filtered = request.centers() != null
                ? Dimension.CENTER
                : request.cohorts() != null ? Dimension.COHORT : Dimension.TOTAL;
        if (request.centers() != null && request.cohorts() != null) {
            return Optional.empty();
        }
        Set<UUID> ids = request.centers() != null ? request.centers() : request.cohorts();
        boolean itself = wanted == filtered;
        boolean one = wanted == Dimension.TOTAL && ids != null && ids.size() == 1;
        if (filtered != Dimension.TOTAL && !itself && !one) {
            return Optional.empty(); // two dimensions at once, or distinct over several places
        }
        Dimension dimension = one ? filtered : wanted;
        Set<String> values =
                ids == null ? null : ids.stream().map(UUID::toString).collect(Collectors.toSet());
        LocalDate first = request.period().startsOn();
        return Optional.of(
                byMonth
                        ? new Cells(
                                dimension,
                                values,
                                Grain.MONTH,
                                first,
                                grain == Grain.ALL
                                        ? LocalDate.of(9999, 1, 1)
                                        : request.period().to(),
                                By.MONTH)
                        : new Cells(dimension, values, grain, first, first, request.by()));
    }

    static Map<String, Amounts> read(Connection connection, UUID tenant, Request request, Cells cells)
            throws SQLException {
        String key = cells.by() == null ? "''" : cells.by() == By.MONTH ? "to_char(starts_on, 'YYYY-MM')" : "value";
        String query = SELECT.formatted(key) + (cells.values() == null ? "" : " AND value = ANY (?)");
        Where where = request.part().where();
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setObject(1, tenant);
            select.setArray(
                    2, connection.createArrayOf("text", request.part().counted().toArray()));
            select.setObject(3, where.program() == null ? ANY : where.program());
            select.setObject(4, where.agreement() == null ? ANY : where.agreement());
            select.setString(5, cells.dimension().code());
            select.setString(6, cells.grain().code());
            select.setObject(7, cells.first());
            select.setObject(8, cells.last());
            if (cells.values() != null) {
                select.setArray(
                        9,
                        connection.createArrayOf(
                                "text", List.copyOf(cells.values()).toArray()));
            }
            return amounts(select);
        }
    }

    static Map<String, Amounts> amounts(PreparedStatement select) throws SQLException {
        Map<String, Amounts> amounts = new HashMap<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                amounts.merge(
                        row.getString(1),
                        new Amounts(
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getBigDecimal(5),
                                Qualifier.ofSum(row.getLong(6) > 0, row.getLong(7) > 0, row.getLong(8) > 0)),
                        Amounts::plus);
            }
        }
        return amounts;
    }
}

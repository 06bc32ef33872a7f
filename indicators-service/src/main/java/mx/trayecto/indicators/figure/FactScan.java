package mx.trayecto.indicators.figure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import mx.trayecto.indicators.access.IndicatorProblem;
import mx.trayecto.indicators.fact.Counted;
import mx.trayecto.indicators.fact.FactKind;
import mx.trayecto.indicators.measure.Where;
import mx.trayecto.platform.problem.ProblemException;

/** Counts facts one by one, where no declared table holds the answer: exact, and refused if it takes too long. */
final class FactScan {
    private static final String TOO_LONG = "57014";
    private static final int MOST_MILLIS = 3_000;

    private final StringBuilder conditions = new StringBuilder();
    private final List<Object> arguments = new ArrayList<>();
    private final UUID tenant;
    private final Request request;

    FactScan(UUID tenant, Request request) {
        this.tenant = tenant;
        this.request = request;
        where("f.tenant_id = ?", tenant);
        where("s.tenant_id = ?", tenant);
        kinds(request.part().counted());
        Where where = request.part().where();
        where("s.program = ?", where.program());
        where("s.agreement = ?", where.agreement());
        where("s.center = ANY (?::uuid[])", list(where.centers()));
        where("s.cohort = ANY (?::uuid[])", list(where.cohorts()));
        where(
                "f.attributes ->> 'campaign' = ?",
                where.campaign() == null ? null : where.campaign().toString());
        where("f.happened_on >= ?", request.period().from());
        where("f.happened_on <= ?", request.period().to());
    }

    /** Takes counted names of one kind and variant apart again: {@code headcount:officials/training}. */
    private void kinds(List<String> names) {
        if (names.contains(Counted.TRAINED)) {
            where("f.kind = ANY (?::text[])", "{" + FactKind.ATTENDED.code() + "," + FactKind.COMPLETED.code() + "}");
            return;
        }
        String[] narrowed = names.getFirst().split("/", 2);
        String[] variant = narrowed[0].split(":", 2);
        where("f.kind = ?", variant[0]);
        where("f.variant = ?", variant.length > 1 ? variant[1] : null);
        if (narrowed.length > 1) {
            String forms = names.stream()
                    .map(name -> name.substring(narrowed[0].length() + 1))
                    .collect(Collectors.joining(","));
            where("f.form = ANY (?::text[])", "{" + forms + "}");
        }
    }

    private void where(String condition, Object argument) {
        if (argument != null) {
            conditions
                    .append(conditions.isEmpty() ? " WHERE f.live AND " : " AND ")
                    .append(condition);
            arguments.add(argument);
        }
    }

    private static String list(Set<UUID> ids) {
        return ids == null
                ? null
                : "{" + String.join(",", ids.stream().map(UUID::toString).toList()) + "}";
    }

    Map<String, Amounts> read(Connection connection) throws SQLException {
        String key = request.by() == null ? "''" : request.by().column();
        String query = "SELECT " + key + ", count(*), count(DISTINCT f.enrollment), count(DISTINCT f.member),"
                + " coalesce(sum(f.quantity), 0), count(*) FILTER (WHERE f.qualifier = 'at-least'),"
                + " count(*) FILTER (WHERE f.qualifier = 'about'), count(*) FILTER (WHERE f.qualifier = 'at-most')"
                + " FROM fact f JOIN slot s ON s.tenant_id = f.tenant_id AND s.id = f.slot" + conditions
                + (request.by() == null ? "" : " GROUP BY 1");
        return bounded(connection, query, CellReader::amounts);
    }

    /** Enrolments behind the figure, by id, after one of them. */
    List<UUID> enrollments(Connection connection, UUID after, int most) throws SQLException {
        where("f.enrollment > ?", after);
        String query = "SELECT DISTINCT f.enrollment FROM fact f"
                + " JOIN slot s ON s.tenant_id = f.tenant_id AND s.id = f.slot" + conditions
                + " AND f.enrollment IS NOT NULL ORDER BY 1 LIMIT " + most;
        return bounded(connection, query, select -> {
            List<UUID> found = new ArrayList<>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                }
            }
            return found;
        });
    }

    private interface Reading<T> {
        T of(PreparedStatement select) throws SQLException;
    }

    private <T> T bounded(Connection connection, String query, Reading<T> reading) throws SQLException {
        limit(connection, MOST_MILLIS);
        try (PreparedStatement select = connection.prepareStatement(query)) {
            for (int i = 0; i < arguments.size(); i++) {
                select.setObject(i + 1, arguments.get(i));
            }
            T found = reading.of(select);
            limit(connection, 0);
            return found;
        } catch (SQLException e) {
            if (TOO_LONG.equals(e.getSQLState())) {
                throw ProblemException.of(IndicatorProblem.FIGURE_TOO_WIDE)
                        .detail(
                                "Ninguna tabla declarada tiene este corte y contarlo tarda demasiado: acote el"
                                        + " programa, el periodo o el desglose.",
                                "No declared table has this figure and counting it takes too long: narrow the"
                                        + " programme, the period or the breakdown.");
            }
            throw e;
        }
    }

    private static void limit(Connection connection, int millis) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET LOCAL statement_timeout = " + millis);
        }
    }
}

package mx.trayecto.platform.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hibernate.Session;

/**
 * A service's own SQL, on the connection of its transaction; what is pending is written first. Not through Hibernate's
 * native queries: the plan of one with a result type is never found again in the cache of plans, which such queries
 * fill with equal entries until looking anything up takes longer than asking the database.
 *
 * <p>Values are bound in the order of the question marks. An array or collection of ids becomes {@code uuid[]}, of byte
 * strings {@code bytea[]}; null is of unknown type, so cast it where the statement does not tell.
 */
@ApplicationScoped
public class Sql {
    @Inject
    Session session;

    /** A statement that gives nothing back, and its values, to be sent along with others. */
    public record Write(String statement, Object... values) {}

    /** What is made of a row. */
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** All rows, in their order. */
    public <T> List<T> list(String query, Row<T> as, Object... values) {
        session.flush();
        return session.doReturningWork(connection -> list(connection, query, as, values));
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(String query, Row<T> as, Object... values) {
        return list(query, as, values).stream().findFirst();
    }

    /** The ids in the first column. */
    public List<UUID> ids(String query, Object... values) {
        return list(query, row -> row.getObject(1, UUID.class), values);
    }

    /** @return how many rows were written */
    public int execute(String statement, Object... values) {
        session.flush();
        return session.doReturningWork(connection -> {
            try (PreparedStatement prepared = prepare(connection, statement, values)) {
                return prepared.execute() ? 0 : prepared.getUpdateCount();
            }
        });
    }

    /** Sends statements together, in one round trip; they are carried out one after the other. */
    public void execute(Write... writes) {
        execute(
                Stream.of(writes).map(Write::statement).collect(Collectors.joining(";")),
                Stream.of(writes).flatMap(write -> Stream.of(write.values())).toArray());
    }

    /** The same on any connection, with nothing written first. */
    public static <T> List<T> list(Connection connection, String query, Row<T> as, Object... values)
            throws SQLException {
        try (PreparedStatement prepared = prepare(connection, query, values);
                ResultSet row = prepared.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(as.of(row));
            }
            return rows;
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < values.length; i++) {
                switch (values[i]) {
                    case byte[][] tokens -> prepared.setArray(i + 1, connection.createArrayOf("bytea", tokens));
                    case Object[] ids -> prepared.setArray(i + 1, connection.createArrayOf("uuid", ids));
                    case Collection<?> ids -> prepared.setArray(i + 1, connection.createArrayOf("uuid", ids.toArray()));
                    case null -> prepared.setObject(i + 1, null);
                    default -> prepared.setObject(i + 1, values[i]);
                }
            }
            return prepared;
        } catch (SQLException | RuntimeException e) {
            prepared.close();
            throw e;
        }
    }
}

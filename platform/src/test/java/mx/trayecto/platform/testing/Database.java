package mx.trayecto.platform.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The service's own database as one of its roles sees it. */
public final class Database {
    private Database() {}

    /**
     * A connection as a role.
     *
     * @param database such as {@code participants}
     * @param role {@code owner} (sees every row), {@code runtime} or {@code worker}
     */
    public static Connection connect(String database, String role) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + setting("trayecto.postgres.port") + "/" + database,
                database + "_" + role,
                setting("trayecto.postgres." + role + "-password"));
    }

    /** The first column of a query as the owner sees it. */
    public static List<String> query(String database, String sql, Object... arguments) throws SQLException {
        try (Connection connection = connect(database, "owner")) {
            return query(connection, sql, arguments);
        }
    }

    /** The first column of a query as the runtime role sees it within a tenant, with no filter of the code's own. */
    public static List<String> queryAs(UUID tenant, String database, String sql, Object... arguments)
            throws SQLException {
        try (Connection connection = connect(database, "runtime")) {
            connection.setAutoCommit(false);
            query(connection, "SELECT set_config('app.tenant', ?, true)", tenant.toString());
            return query(connection, sql, arguments);
        }
    }

    public static List<String> query(Connection connection, String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            List<String> column = new ArrayList<>();
            if (statement.execute()) {
                try (ResultSet rows = statement.getResultSet()) {
                    while (rows.next()) {
                        column.add(rows.getString(1));
                    }
                }
            }
            return column;
        }
    }

    /** Every row of every table as text, as a dump of the database would hold them. */
    public static String dump(String database) throws SQLException {
        StringBuilder dump = new StringBuilder();
        try (Connection owner = connect(database, "owner")) {
            for (String table :
                    query(owner, "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")) {
                query(owner, "SELECT t::text FROM \"" + table + "\" t")
                        .forEach(row -> dump.append(row).append('\n'));
            }
        }
        return dump.toString();
    }

    static String setting(String name) {
        return System.getProperty(TestStack.PREFIX + name);
    }
}

package mx.trayecto.local;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

import org.postgresql.Driver;

/**
 * The databases of the services and their roles, made or brought up to date; may be repeated. Each database knows only
 * its own roles: {@code <db>_owner} owns it and runs the migrations, {@code <db>_runtime} and {@code <db>_worker} can
 * define nothing, not even temporary tables, and are granted their tables by the migrations.
 */
final class Databases {

    private static final List<String> SERVICES = List.of("participants", "programs", "indicators", "gateway");

    private final int port;
    private final RolePasswords passwords;

    Databases(int port, RolePasswords passwords) {
        this.port = port;
        this.passwords = passwords;
    }

    void prepare() {
        try (var connection = connect(port, "postgres", passwords.superuser())) {
            for (var database : SERVICES) {
                roles(connection, database);
                role(connection, database + "_worker", "NOBYPASSRLS");
                database(connection, database);
            }
            roles(connection, "keys");
            database(connection, "keys");
        } catch (SQLException e) {
            throw new LocalStackException("PostgreSQL's databases cannot be prepared: " + e.getMessage(), e);
        }
    }

    private void roles(Connection connection, String database) throws SQLException {
        // Migrations see all tenants' rows: an owner under FORCE ROW LEVEL SECURITY would silently update none.
        role(connection, database + "_owner", "BYPASSRLS");
        role(connection, database + "_runtime", "NOBYPASSRLS");
    }

    private void role(Connection connection, String role, String rls) throws SQLException {
        var verb = exists(connection, "SELECT FROM pg_roles WHERE rolname = ?", role) ? "ALTER" : "CREATE";
        execute(
                connection,
                verb + " ROLE " + role + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION " + rls
                        + " PASSWORD '" + passwords.of(role).replace("'", "''") + "'");
    }

    private void database(Connection connection, String name) throws SQLException {
        if (!exists(connection, "SELECT FROM pg_database WHERE datname = ?", name)) {
            execute(connection, "CREATE DATABASE " + name + " OWNER " + name + "_owner");
        }
        execute(connection, "REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
        execute(connection, "GRANT CONNECT ON DATABASE " + name + " TO " + name + "_runtime");
        if (SERVICES.contains(name)) {
            execute(connection, "GRANT CONNECT ON DATABASE " + name + " TO " + name + "_worker");
        }
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://" + Ports.LOOPBACK + ":" + port + "/" + database;
    }

    /** A connection of the superuser. */
    static Connection connect(int port, String database, String password) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", PostgresDataDir.SUPERUSER);
        properties.setProperty("password", password);
        return new Driver().connect(url(port, database), properties);
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

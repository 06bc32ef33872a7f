package mx.trayecto.bench.ground;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import mx.trayecto.proof.ProofFailure;
import mx.trayecto.proof.stack.Stack;

/** A database of the stack, as its superuser. */
public record Database(Stack stack, String name) {

    /** Work on a connection. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    public <T> T with(Work<T> work) {
        try (Connection connection = stack.database(name)) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new ProofFailure(name + ": " + e.getMessage(), e);
        }
    }

    public void execute(String... statements) {
        with(connection -> {
            try (Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
            return null;
        });
    }

    public long number(String query) {
        return Long.parseLong(text(query));
    }

    /** The first column. */
    public List<String> texts(String query) {
        return with(connection -> {
            try (Statement statement = connection.createStatement();
                    var rows = statement.executeQuery(query)) {
                List<String> texts = new ArrayList<>();
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
                return texts;
            }
        });
    }

    public String text(String query) {
        return with(connection -> {
            try (Statement statement = connection.createStatement();
                    var row = statement.executeQuery(query)) {
                row.next();
                return row.getString(1);
            }
        });
    }
}

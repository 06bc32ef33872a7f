package mx.trayecto.platform.storage;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hibernate.Session;

/**
 * A service's own SQL, on the connection of its transaction; what is pending is written first. Not through Hibernate's
 * native queries: the plan of one with a result type is never found again in the cache of plans, which such queries
 * fill with equal entries until looking anything up takes longer than asking the database.
 *
 * <p>Values are bound as a {@link Pipeline} binds them.
 */
@ApplicationScoped
public class Sql {
    @Inject
    Session session;

    /** A statement that gives nothing back, and its values, to be sent along with others. */
    public record Write(String statement, Object... values) {}

    /** All rows, in their order. */
    public <T> List<T> list(String query, Pipeline.Row<T> as, Object... values) {
        return onItsConnection(pipeline -> pipeline.ask(query, as, values).rows());
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(String query, Pipeline.Row<T> as, Object... values) {
        return list(query, as, values).stream().findFirst();
    }

    /** The ids in the first column. */
    public List<UUID> ids(String query, Object... values) {
        return list(query, row -> row.getObject(1, UUID.class), values);
    }

    /** @return how many rows were written */
    public int execute(String statement, Object... values) {
        return onItsConnection(pipeline -> pipeline.write(statement, values).count());
    }

    /** Sends statements together, in one round trip; they are carried out one after the other. */
    public void execute(Write... writes) {
        onItsConnection(pipeline -> {
            Stream.of(writes).forEach(write -> pipeline.write(write.statement(), write.values()));
            pipeline.send();
            return null;
        });
    }

    private <T> T onItsConnection(Use<T> use) {
        session.flush();
        return session.doReturningWork(connection -> use.of(new Pipeline(connection)));
    }

    @FunctionalInterface
    private interface Use<T> {
        T of(Pipeline pipeline) throws SQLException;
    }
}

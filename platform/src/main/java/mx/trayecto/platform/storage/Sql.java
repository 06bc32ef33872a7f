package mx.trayecto.platform.storage;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.quarkus.arc.Arc;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;

/**
 * A service's own SQL, on the connection of its transaction; what is pending is written first. Not through Hibernate's
 * native queries: the plan of one with a result type is never found again in the cache of plans, which such queries
 * fill with equal entries until looking anything up takes longer than asking the database.
 *
 * <p>Values are bound as a {@link Pipeline} binds them.
 */
@ApplicationScoped
public class Sql {
    private static final Object WAITING = new Object();

    @Inject
    Session session;

    @Inject
    TransactionSynchronizationRegistry transaction;

    /** A statement that gives nothing back, and its values, to be sent along with others. */
    public record Write(String statement, Object... values) {}

    /** For finders of a type's own, which like Panache's are static. */
    public static Sql get() {
        return Arc.container().instance(Sql.class).get();
    }

    /** All rows, in their order. */
    public <T> List<T> list(String query, Pipeline.Row<T> as, Object... values) {
        return together(pipeline -> pipeline.ask(query, as, values).rows());
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
        return together(pipeline -> pipeline.write(statement, values).count());
    }

    /** Sends statements together, in one round trip; they are carried out one after the other. */
    public void execute(Write... writes) {
        together(pipeline -> {
            Stream.of(writes).forEach(write -> pipeline.write(write.statement(), write.values()));
            return null;
        });
    }

    /**
     * Statements that go along with the next of the transaction's own, before it, or by themselves before the commit.
     * Hibernate's pending changes are written before what waits, its queries do not see it, and a fault of it shows where
     * it is sent.
     */
    public void later(Waiting statements) {
        later(statements, refusal -> refusal);
    }

    /**
     * The same.
     *
     * @param refused what is thrown where a constraint refuses one of those that are sent together
     */
    public void later(Waiting statements, Function<ConstraintViolationException, RuntimeException> refused) {
        waiting().add(new Later(statements, refused));
    }

    /**
     * Has what follows in this transaction planned for its values and for the tables as they are now, or as usual again. A
     * plan that is kept is made for a few rows, or for tables that were nearly empty: with hundreds at once it looks at
     * each of them for every other. It is sent with the next statement.
     */
    public void planAfresh(boolean on) {
        later(pipeline ->
                pipeline.write("SELECT set_config('plan_cache_mode', ?, true)", on ? "force_custom_plan" : "auto"));
    }

    /** Lets what waits be void, where the transaction goes back to a savepoint that was set since it waited last. */
    public void forget() {
        waiting().clear();
    }

    /** What is made of the answers to statements that are sent together. */
    public <T> T together(Use<T> use) {
        session.flush();
        List<Later> first = List.copyOf(waiting());
        waiting().clear();
        try {
            return session.doReturningWork(connection -> {
                Pipeline pipeline = new Pipeline(connection);
                first.forEach(each -> each.statements().addTo(pipeline));
                T made = use.of(pipeline);
                pipeline.send();
                return made;
            });
        } catch (ConstraintViolationException refusal) {
            throw first.stream()
                    .map(each -> each.refused().apply(refusal))
                    .filter(told -> told != refusal)
                    .findFirst()
                    .orElse(refusal);
        }
    }

    @SuppressWarnings("unchecked")
    private List<Later> waiting() {
        List<Later> waiting = (List<Later>) transaction.getResource(WAITING);
        if (waiting == null) {
            waiting = new ArrayList<>();
            transaction.putResource(WAITING, waiting);
            transaction.registerInterposedSynchronization(new SendBeforeCommit());
        }
        return waiting;
    }

    private final class SendBeforeCommit implements Synchronization {
        @Override
        public void beforeCompletion() {
            if (!waiting().isEmpty()) {
                execute();
            }
        }

        @Override
        public void afterCompletion(int status) {
            // what was not sent is void with its transaction
        }
    }

    private record Later(Waiting statements, Function<ConstraintViolationException, RuntimeException> refused) {}

    /** Adds statements to those that are sent together. */
    @FunctionalInterface
    public interface Waiting {
        void addTo(Pipeline pipeline);
    }

    /** Asks, and makes something of the answers. */
    @FunctionalInterface
    public interface Use<T> {
        T of(Pipeline pipeline) throws SQLException;
    }
}

package mx.trayecto.platform.tenancy;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionScoped;

import mx.trayecto.platform.storage.Sql;

/**
 * Tells PostgreSQL for whom each transaction runs, as its first statement: the row policies read these settings. They
 * are local to the transaction; without an actor nothing is set and the policies show no row.
 */
@ApplicationScoped
public class RowSecurity {
    private static final ScopedValue<AtomicBoolean> ALONG = ScopedValue.newInstance();

    private static final String SETTINGS = "SELECT set_config('app.tenant', ?, true),"
            + " set_config('app.centers', ?, true), set_config('app.source_system', ?, true)";

    @Inject
    Sql sql;

    @Inject
    CurrentActor current;

    @Inject
    TransactionManager transactions;

    /**
     * For a transaction that begins with a statement through {@link Sql}: the settings go along with it, which saves a
     * round trip. Were it to begin otherwise, the policies would show it no row.
     */
    public static <T> T alongWithTheFirst(Supplier<T> transaction) {
        return ScopedValue.where(ALONG, new AtomicBoolean(true)).call(transaction::get);
    }

    /** Where the settings cannot be made nothing may run; the transaction is ended here, since nobody else would. */
    void bind(@Observes @Initialized(TransactionScoped.class) Object transaction) throws SystemException {
        try {
            current.find().ifPresent(this::bind);
        } catch (RuntimeException e) {
            transactions.rollback();
            throw e;
        }
    }

    private void bind(Actor actor) {
        Object[] values = {
            actor.tenant().toString(),
            actor.centers().stream().map(Object::toString).collect(Collectors.joining(",")),
            actor.sourceSystem().orElse("")
        };
        sql.later(pipeline -> pipeline.write(SETTINGS, values));
        if (!ALONG.isBound() || !ALONG.get().getAndSet(false)) {
            sql.execute();
        }
    }
}

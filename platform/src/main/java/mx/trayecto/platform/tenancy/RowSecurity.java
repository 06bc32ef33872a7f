package mx.trayecto.platform.tenancy;

import java.sql.PreparedStatement;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionScoped;

import org.hibernate.Session;

/**
 * Tells PostgreSQL for whom each transaction runs, as its first statement: the row policies read these settings. They
 * are local to the transaction; without an actor nothing is set and the policies show no row.
 */
@ApplicationScoped
class RowSecurity {
    private static final String SETTINGS = "SELECT set_config('app.tenant', ?, true),"
            + " set_config('app.centers', ?, true), set_config('app.source_system', ?, true)";

    @Inject
    Session session;

    @Inject
    CurrentActor current;

    @Inject
    TransactionManager transactions;

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
        session.doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SETTINGS)) {
                statement.setString(1, actor.tenant().toString());
                statement.setString(
                        2, actor.centers().stream().map(Object::toString).collect(Collectors.joining(",")));
                statement.setString(3, actor.sourceSystem().orElse(""));
                statement.execute();
            }
        });
    }
}

package mx.trayecto.participants;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import org.hibernate.resource.jdbc.spi.StatementInspector;

import mx.trayecto.platform.storage.Pipeline;
import mx.trayecto.platform.storage.Sql;

/** Every statement that requests send to the database, by Hibernate or by the services' own SQL, while one looks. */
@Alternative
@Priority(1)
@ApplicationScoped
public class StatementLog extends Sql {
    private static volatile List<String> seen;

    /** The statements that are sent meanwhile, in their order. */
    public static List<String> during(Runnable work) {
        List<String> sent = Collections.synchronizedList(new ArrayList<>());
        seen = sent;
        try {
            work.run();
        } finally {
            seen = null;
        }
        return List.copyOf(sent);
    }

    private static void add(String statement) {
        List<String> open = seen;
        if (open != null) {
            open.add(statement);
        }
    }

    @Override
    public <T> List<T> list(String query, Pipeline.Row<T> as, Object... values) {
        add(query);
        return super.list(query, as, values);
    }

    @Override
    public int execute(String statement, Object... values) {
        add(statement);
        return super.execute(statement, values);
    }

    @Override
    public void execute(Write... writes) {
        for (Write write : writes) {
            add(write.statement());
        }
        super.execute(writes);
    }

    /** What Hibernate sends. */
    @PersistenceUnitExtension
    @ApplicationScoped
    public static class OfHibernate implements StatementInspector {
        @Override
        public String inspect(String statement) {
            add(statement);
            return statement;
        }
    }
}

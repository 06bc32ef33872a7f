package mx.trayecto.platform.tasks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Pipeline;

/** Who works on which task, over all tenants; what is in a task this role cannot read. */
@ApplicationScoped
class Leases {
    private static final double LONGEST_PAUSE = 60;
    private static final String CLAIM = "WITH next AS (SELECT tenant_id AS tenant, id AS task FROM task"
            + " WHERE state IN ('QUEUED', 'RUNNING') AND kind = ANY (?)"
            + " AND (leased_until IS NULL OR leased_until <= now() OR holder = ?)"
            + " ORDER BY turn_at LIMIT 1 FOR UPDATE SKIP LOCKED)"
            + " UPDATE task SET state = 'RUNNING', holder = ?, leased_until = now() + make_interval(secs => ?),"
            + " attempts = attempts + 1, started_at = coalesce(started_at, now()), turn_at = now(),"
            + " version = version + 1 FROM next WHERE tenant_id = next.tenant AND id = next.task RETURNING ";

    @Inject
    @DataSource("worker")
    AgroalDataSource database;

    @Inject
    TasksConfig config;

    @Inject
    StoredProblems stored;

    @ConfigProperty(name = "quarkus.application.name")
    String service;

    /** The task that has waited longest for its turn, now this worker's; nothing where none waits. */
    Optional<Task> claim(UUID holder, Collection<String> kinds) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new Pipeline(connection)
                            .ask(
                                    CLAIM + Task.COLUMNS,
                                    row -> Task.of(row, service, stored::options),
                                    Columns.of(kinds).text(kind -> kind),
                                    holder,
                                    holder,
                                    config.lease().toSeconds())
                            .rows()
                            .stream()
                            .findFirst();
        }
    }

    /** Leaves a task to whoever comes next. */
    void release(Task task, UUID holder) throws SQLException {
        release(task, holder, 0);
    }

    /** Leaves a task that could not go on: the longer, the more often it could not. */
    void defer(Task task, UUID holder) throws SQLException {
        release(task, holder, Math.min(LONGEST_PAUSE, Math.pow(2, task.attempts()) / 4));
    }

    private void release(Task task, UUID holder, double pause) throws SQLException {
        try (Connection connection = database.getConnection()) {
            new Pipeline(connection)
                    .write(
                            "UPDATE task SET leased_until = now() + make_interval(secs => ?), holder = NULL,"
                                    + " version = version + 1 WHERE tenant_id = ? AND id = ? AND holder = ?",
                            pause,
                            task.actor().tenant(),
                            task.id(),
                            holder)
                    .count();
        }
    }

    /** Takes away tasks past their time, and files for which no task was begun. */
    void tidy() throws SQLException {
        try (Connection connection = database.getConnection()) {
            Pipeline pipeline = new Pipeline(connection);
            pipeline.write(
                    "DELETE FROM task WHERE finished_at < now() - make_interval(secs => ?)",
                    config.keep().toSeconds());
            pipeline.write("DELETE FROM task_chunk WHERE (tenant_id, task_id) IN (SELECT c.tenant_id, c.task_id"
                    + " FROM task_chunk c WHERE c.number = 0 AND c.created_at < now() - interval '1 hour'"
                    + " AND NOT EXISTS (SELECT FROM task t WHERE t.tenant_id = c.tenant_id AND t.id = c.task_id))");
            pipeline.send();
        }
    }
}

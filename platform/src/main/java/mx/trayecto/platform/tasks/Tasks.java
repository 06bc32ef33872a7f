package mx.trayecto.platform.tasks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.problem.Trace;
import mx.trayecto.platform.rows.Encoding;
import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.Actor;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.platform.text.Language;

/** Tasks and their results as the actor may see them. Every call runs in the caller's transaction. */
@ApplicationScoped
class Tasks {
    private static final String SEEN = "SELECT id, version, state, dry_run, rows_total, rows_done, created, updated,"
            + " unchanged, rejected, created_at, started_at, finished_at, problem FROM task"
            + " WHERE tenant_id = ? AND kind = ? AND id = ?";

    @Inject
    Sql sql;

    @Inject
    CurrentActor actor;

    @Inject
    StoredProblems problems;

    /** What is written down of a row. */
    record Line(int line, RowResult result) {}

    void begin(String kind, ImportFile file, Encoding encoding, int rows) {
        Actor who = actor.get();
        sql.execute(
                "INSERT INTO task (tenant_id, id, kind, format, encoding, options, dry_run, subject, client,"
                        + " organization, centers, source_system, scopes, traceparent, rows_total)"
                        + " VALUES (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, string_to_array(?, ',')::uuid[], ?,"
                        + " string_to_array(?, ' '), ?, ?)",
                who.tenant(),
                file.task(),
                kind,
                file.format().name(),
                encoding.name(),
                problems.options(file.options()),
                file.dryRun(),
                who.subject(),
                who.client(),
                who.organization(),
                who.centers().stream().map(Object::toString).collect(Collectors.joining(",")),
                who.sourceSystem().orElse(null),
                String.join(" ", who.scopes()),
                Trace.parent(),
                rows);
    }

    Optional<TaskView> find(String kind, UUID id, Language language) {
        return sql.first(SEEN, row -> view(row, language), actor.get().tenant(), kind, id);
    }

    private TaskView view(ResultSet row, Language language) throws SQLException {
        return new TaskView(
                row.getObject(1, UUID.class),
                row.getLong(2),
                TaskState.valueOf(row.getString(3)),
                row.getBoolean(4),
                new TaskView.Rows(
                        row.getInt(5), row.getInt(6), row.getInt(7), row.getInt(8), row.getInt(9), row.getInt(10)),
                time(row, 11),
                time(row, 12),
                time(row, 13),
                problems.read(row.getString(14), language),
                language);
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** Results behind a line, in order. */
    List<RowResultView> results(UUID task, int after, int rows, Language language) {
        return sql.list(
                "SELECT line, external_id, outcome, resource_id, problem FROM task_result"
                        + " WHERE tenant_id = ? AND task_id = ? AND line > ? ORDER BY line LIMIT ?",
                row -> new RowResultView(
                        row.getInt(1),
                        row.getString(2),
                        RowOutcome.valueOf(row.getString(3)),
                        row.getObject(4, UUID.class),
                        problems.read(row.getString(5), language)),
                actor.get().tenant(),
                task,
                after,
                rows);
    }

    /**
     * Writes down what became of a portion, and moves on.
     *
     * @throws LeaseLost where somebody else has gone on with the task: nothing of this portion may stay
     */
    void progress(Task task, UUID holder, int before, List<Line> done, long leaseSeconds) {
        UUID tenant = actor.get().tenant();
        int moved = sql.execute(
                "UPDATE task SET rows_done = rows_done + ?, created = created + ?, updated = updated + ?,"
                        + " unchanged = unchanged + ?, rejected = rejected + ?, version = version + 1, attempts = 0,"
                        + " leased_until = now() + make_interval(secs => ?)"
                        + " WHERE tenant_id = ? AND id = ? AND holder = ? AND rows_done = ?",
                done.size(),
                count(done, RowOutcome.CREATED),
                count(done, RowOutcome.UPDATED),
                count(done, RowOutcome.UNCHANGED),
                count(done, RowOutcome.REJECTED),
                leaseSeconds,
                tenant,
                task.id(),
                holder,
                before);
        if (moved == 0) {
            throw new LeaseLost();
        }
        Columns<Line> lines = Columns.of(done)
                .whole(Line::line)
                .text(line -> line.result().outcome().name())
                .text(line -> line.result().externalId())
                .uuid(line -> line.result().id())
                .text(line -> problems.text(line.result().problem()));
        sql.later(pipeline -> pipeline.write(
                "INSERT INTO task_result (tenant_id, task_id, line, outcome, external_id, resource_id, problem)"
                        + " SELECT ?, ?, r.line, r.outcome, r.external_id, r.resource_id, r.problem::jsonb"
                        + " FROM unnest(?::int4[], ?::text[], ?::text[], ?::uuid[], ?::text[])"
                        + " AS r (line, outcome, external_id, resource_id, problem)",
                tenant,
                task.id(),
                lines));
    }

    private static int count(List<Line> done, RowOutcome outcome) {
        return (int)
                done.stream().filter(line -> line.result().outcome() == outcome).count();
    }

    int rejected(Task task) {
        return sql.first(
                        "SELECT rejected FROM task WHERE tenant_id = ? AND id = ?",
                        row -> row.getInt(1),
                        actor.get().tenant(),
                        task.id())
                .orElse(0);
    }

    /**
     * Ends a task.
     *
     * @param problem why it failed; null where it is done
     * @throws LeaseLost where somebody else has gone on with it
     */
    void end(Task task, UUID holder, ProblemException problem) {
        int ended = sql.execute(
                "UPDATE task SET state = ?, problem = ?::jsonb, finished_at = now(), holder = NULL, leased_until = NULL,"
                        + " version = version + 1 WHERE tenant_id = ? AND id = ? AND holder = ?",
                (problem == null ? TaskState.DONE : TaskState.FAILED).name(),
                problems.text(problem),
                actor.get().tenant(),
                task.id(),
                holder);
        if (ended == 0) {
            throw new LeaseLost();
        }
    }

    /** Another worker holds the task now. */
    static final class LeaseLost extends RuntimeException {
        LeaseLost() {
            super("the lease is lost", null, false, false);
        }
    }
}

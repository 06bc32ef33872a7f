package mx.trayecto.platform.tasks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.Session;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;

import mx.trayecto.platform.audit.Audit;
import mx.trayecto.platform.outbox.Positions;
import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.problem.Redacted;
import mx.trayecto.platform.rows.Row;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.writes.Attempts;

/**
 * Carries out rows together in one transaction, with what became of them, the task's progress and an audit entry for each
 * that was written. Rows stand alone: one that is refused is undone to its savepoint and takes no other with it. Where a
 * refusal spoils the transaction itself, the portion is done again row by row.
 */
@ApplicationScoped
class Portions {
    private static final Logger LOG = Logger.getLogger(Portions.class);

    /** What rows are worked on for. */
    record Work(Task task, UUID holder, RowHandler handler, ImportFile file) {}

    /** A row after which its transaction can only be rolled back. */
    private static final class Spoiled extends RuntimeException {
        private final transient RowResult result;

        private Spoiled(RowResult result) {
            super("the transaction is spoiled", null, false, false);
            this.result = result;
        }
    }

    @Inject
    Tasks tasks;

    @Inject
    Audit audit;

    @Inject
    Sql sql;

    @Inject
    Session session;

    @Inject
    Positions positions;

    @Inject
    TransactionManager transactions;

    @Inject
    TasksConfig config;

    /** @param before how many rows were done when the portion begins */
    void carryOut(Work work, int before, List<Row> rows) {
        try {
            together(work, before, rows);
        } catch (Spoiled spoiled) {
            if (rows.size() == 1) {
                Row row = rows.getFirst();
                QuarkusTransaction.requiringNew()
                        .run(() -> writeDown(work, before, List.of(new Tasks.Line(row.line(), spoiled.result))));
            } else {
                int done = before;
                for (Row row : rows) {
                    carryOut(work, done, List.of(row));
                    done++;
                }
            }
        }
    }

    private void together(Work work, int before, List<Row> rows) {
        Attempts.of(
                () -> QuarkusTransaction.requiringNew().timeout(120).call(() -> {
                    List<Tasks.Line> done = new ArrayList<>();
                    for (Row row : rows) {
                        done.add(new Tasks.Line(row.line(), one(work, row)));
                    }
                    writeDown(work, before, done);
                    return null;
                }),
                () -> LOG.info("a portion is done again after a conflict"));
        positions.clear();
    }

    private RowResult one(Work work, Row row) {
        sql.execute("SAVEPOINT a_row");
        try {
            RowResult result = work.handler().handle(work.file(), row);
            session.flush();
            boolean undo = work.file().dryRun() || result.outcome() == RowOutcome.REJECTED;
            close(undo);
            return undo && result.outcome() == RowOutcome.CREATED
                    ? RowResult.of(RowOutcome.CREATED, result.externalId(), null)
                    : result;
        } catch (RuntimeException e) {
            RowResult result = RowResult.rejected(work.handler().externalId(work.file(), row), told(e, work, row));
            if (spoiled()) {
                throw new Spoiled(result);
            }
            close(true);
            return result;
        }
    }

    /** What a row is refused for; what has nothing to do with the row ends the portion. */
    private static ProblemException told(RuntimeException e, Work work, Row row) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
            if (cause instanceof OptimisticLockException || cause instanceof StaleStateException) {
                throw e; // somebody else changed the same thing meanwhile
            }
            if (cause instanceof SQLException sql) {
                if (sql.getSQLState() != null && sql.getSQLState().startsWith("23")) {
                    return ProblemException.of(CommonProblem.CONFLICT);
                }
                if (sql.getSQLState() == null || !sql.getSQLState().startsWith("22")) {
                    throw e;
                }
            }
        }
        LOG.errorf(
                Redacted.of(e),
                "row %d of task %s failed",
                row.line(),
                work.task().id());
        return ProblemException.of(CommonProblem.INTERNAL);
    }

    private void close(boolean undo) {
        session.clear();
        if (undo) {
            sql.forget();
            sql.execute(new Sql.Write("ROLLBACK TO SAVEPOINT a_row"), new Sql.Write("RELEASE SAVEPOINT a_row"));
        } else {
            sql.execute("RELEASE SAVEPOINT a_row");
        }
    }

    private boolean spoiled() {
        try {
            return transactions.getStatus() != Status.STATUS_ACTIVE;
        } catch (SystemException e) {
            throw new IllegalStateException(e);
        }
    }

    private void writeDown(Work work, int before, List<Tasks.Line> done) {
        Task task = work.task();
        tasks.progress(task, work.holder(), before, done, config.lease().toSeconds());
        if (!work.file().dryRun()) {
            sql.execute(done.stream()
                    .filter(line -> line.result().id() != null
                            && (line.result().outcome() == RowOutcome.CREATED
                                    || line.result().outcome() == RowOutcome.UPDATED))
                    .map(line -> audit.entry(
                            "import " + task.kind(),
                            line.result().id(),
                            Map.of("task", task.id().toString(), "line", line.line())))
                    .toArray(Sql.Write[]::new));
        }
    }
}

package mx.trayecto.platform.tasks;

import java.sql.SQLException;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;

import org.hibernate.Session;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;

import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.problem.Redacted;
import mx.trayecto.platform.rows.Row;
import mx.trayecto.platform.storage.Sql;

/** Does one row in the transaction of many: one that is refused is undone to its savepoint and takes no other with it. */
@ApplicationScoped
class SingleRows {
    private static final Logger LOG = Logger.getLogger(SingleRows.class);

    /** A row after which its transaction can only be rolled back. */
    static final class Spoiled extends RuntimeException {
        private final transient RowResult result;

        private Spoiled(RowResult result) {
            super("the transaction is spoiled", null, false, false);
            this.result = result;
        }

        /** What the row came to. */
        RowResult result() {
            return result;
        }
    }

    @Inject
    Sql sql;

    @Inject
    Session session;

    @Inject
    TransactionManager transactions;

    /** @throws Spoiled where the refusal of the row leaves nothing of the transaction */
    RowResult done(Portions.Work work, Row row) {
        sql.execute("SAVEPOINT a_row");
        try {
            RowResult result = work.handler().handle(work.file(), row);
            session.flush();
            if (work.file().dryRun() || result.outcome() == RowOutcome.REJECTED) {
                undo("a_row");
                return undone(result);
            }
            session.clear();
            sql.execute("RELEASE SAVEPOINT a_row");
            return result;
        } catch (RuntimeException e) {
            RowResult result = RowResult.rejected(work.handler().externalId(work.file(), row), told(e, work, row));
            if (spoiled()) {
                throw new Spoiled(result);
            }
            undo("a_row");
            return result;
        }
    }

    /** A row that nothing is left of. */
    static RowResult undone(RowResult result) {
        return result.outcome() == RowOutcome.CREATED
                ? RowResult.of(RowOutcome.CREATED, result.externalId(), null)
                : result;
    }

    private static ProblemException told(RuntimeException e, Portions.Work work, Row row) {
        return refusal(e).orElseGet(() -> {
            LOG.errorf(
                    Redacted.of(e),
                    "row %d of task %s failed",
                    row.line(),
                    work.task().id());
            return ProblemException.of(CommonProblem.INTERNAL);
        });
    }

    /**
     * What a row is refused for; nothing where it is a fault of the code. What has nothing to do with the row ends the
     * portion.
     */
    static Optional<ProblemException> refusal(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return Optional.of(problem);
            }
            if (cause instanceof OptimisticLockException || cause instanceof StaleStateException) {
                throw e; // somebody else changed the same thing meanwhile
            }
            if (cause instanceof SQLException sql) {
                if (sql.getSQLState() != null && sql.getSQLState().startsWith("23")) {
                    return Optional.of(ProblemException.of(CommonProblem.CONFLICT));
                }
                if (sql.getSQLState() == null || !sql.getSQLState().startsWith("22")) {
                    throw e;
                }
            }
        }
        return Optional.empty();
    }

    /** Goes back to a savepoint. */
    void undo(String savepoint) {
        session.clear();
        sql.forget();
        sql.execute(
                new Sql.Write("ROLLBACK TO SAVEPOINT " + savepoint), new Sql.Write("RELEASE SAVEPOINT " + savepoint));
    }

    private boolean spoiled() {
        try {
            return transactions.getStatus() != Status.STATUS_ACTIVE;
        } catch (SystemException e) {
            throw new IllegalStateException(e);
        }
    }
}

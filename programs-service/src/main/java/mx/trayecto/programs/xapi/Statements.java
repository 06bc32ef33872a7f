package mx.trayecto.programs.xapi;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;

import mx.trayecto.platform.audit.Audit;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.programs.access.Reach;
import mx.trayecto.programs.xapi.ReceivedStatement.Status;

/**
 * Takes in what learning platforms tell: a completed course completes its module, once. Each statement is placed in a
 * transaction of its own, together with what became of it and its audit entry; what cannot be placed waits, and is not
 * lost. Platforms tell the latest first; what happened earlier is placed earlier, for it may be what a later one needs.
 */
@ApplicationScoped
class Statements {
    private static final int MOST_RETRIED = 1_000;
    private static final Comparator<Statement> AS_IT_HAPPENED = Comparator.comparing(Statement::at);

    @Inject
    Reach reach;

    @Inject
    Audit audit;

    @Inject
    Placement placement;

    @Inject
    Voiding voiding;

    @Inject
    StatementRows rows;

    /**
     * Takes statements in; those that were received before change nothing.
     *
     * @throws ProblemException 409 where one has the id of another; then none is taken in, unless the other came at the
     *     same time
     */
    List<UUID> receive(List<Statement> statements) {
        reach.wholeTenant();
        Map<UUID, byte[]> before = QuarkusTransaction.requiringNew().call(() -> rows.known(statements));
        statements.forEach(statement -> requireSame(statement, before));
        statements.stream()
                .filter(statement -> !before.containsKey(statement.id()))
                .sorted(AS_IT_HAPPENED)
                .forEach(statement -> QuarkusTransaction.requiringNew().run(() -> take(statement)));
        return statements.stream().map(Statement::id).toList();
    }

    /** Tries to place what waits. */
    Retried retry(String course) {
        reach.wholeTenant();
        List<Statement> waiting =
                QuarkusTransaction.requiringNew().call(() -> rows.waiting(course, MOST_RETRIED)).stream()
                        .sorted(AS_IT_HAPPENED)
                        .toList();
        int applied = 0;
        int parked = 0;
        for (Statement statement : waiting) {
            switch (QuarkusTransaction.requiringNew().call(() -> tryAgain(statement))) {
                case APPLIED -> applied++;
                case PARKED -> parked++;
                default -> {} // it was placed or dismissed meanwhile
            }
        }
        return new Retried(applied, parked);
    }

    /**
     * Gives up one that waits. Runs in the caller's transaction.
     *
     * @throws ProblemException 409 where it does not wait
     */
    ReceivedStatement dismiss(UUID id, DismissalReason why) {
        reach.wholeTenant();
        if (!rows.dismiss(id, why)) {
            view(id);
            throw ProblemException.of(XapiProblem.NOT_PARKED);
        }
        return view(id);
    }

    /** @throws ProblemException 404 where the caller sees none */
    ReceivedStatement view(UUID id) {
        return rows.find(id).orElseThrow(ProblemException::notFound);
    }

    private void take(Statement statement) {
        if (!rows.claim(statement)) { // another request has taken it in meanwhile
            requireSame(statement, rows.known(List.of(statement)));
            return;
        }
        Placed placed = voiding.before(statement).map(Placed::voided).orElseGet(() -> place(statement));
        rows.keep(statement, placed);
        audit.record(
                "receiveStatements",
                placed.enrollment(),
                Map.of("statement", statement.id(), "status", placed.status()));
    }

    private Placed place(Statement statement) {
        return statement.voids() == null ? placement.place(statement) : voiding.place(statement);
    }

    private Status tryAgain(Statement statement) {
        voiding.turn(statement);
        if (!rows.lockWaiting(statement.id())) {
            return Status.IGNORED;
        }
        Placed placed = place(statement);
        rows.keep(statement, placed);
        if (placed.status() == Status.APPLIED) {
            audit.record("retryStatements", placed.enrollment(), Map.of("statement", statement.id()));
        }
        return placed.status();
    }

    private static void requireSame(Statement statement, Map<UUID, byte[]> known) {
        byte[] before = known.get(statement.id());
        if (before != null && !statement.is(before)) {
            throw ProblemException.of(XapiProblem.CONFLICT);
        }
    }
}

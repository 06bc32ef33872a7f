package mx.trayecto.programs.xapi;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import mx.trayecto.programs.completion.Revocations;
import mx.trayecto.programs.completion.Revocations.Outcome;
import mx.trayecto.programs.xapi.ReceivedStatement.Reason;
import mx.trayecto.programs.xapi.VoidingRows.Concerned;

/**
 * Takes back what a statement had recorded, at the word of whoever sent it (xAPI 1.0.3, part two, 2.3.2). Whatever else the
 * platform says of the same course still holds: a statement that found the module completed by then completes it now.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Voiding {
    @Inject
    VoidingRows rows;

    @Inject
    StatementRows statements;

    @Inject
    Revocations revocations;

    @Inject
    Placement placement;

    /** By which other one a statement was taken back before it came, if it was. */
    Optional<UUID> before(Statement statement) {
        return statement.voids() == null ? rows.awaited(statement.id()).stream().findFirst() : Optional.empty();
    }

    /** Before the row of one that takes another back is locked: whoever takes in that other one asks for it, in its turn. */
    void turn(Statement statement) {
        if (statement.voids() != null) {
            rows.turn(statement.voids());
        }
    }

    Placed place(Statement voiding) {
        turn(voiding);
        List<Concerned> concerned = rows.concerned(voiding);
        Optional<Concerned> known = concerned.stream()
                .filter(one -> one.said().id().equals(voiding.voids()))
                .findFirst();
        if (known.isEmpty()) {
            return Placed.parked(Reason.UNKNOWN_STATEMENT, null);
        }
        Concerned target = known.get();
        UUID enrollment = target.said().account();
        if (target.voiding()) {
            return Placed.parked(Reason.VOIDS_VOIDING, null);
        }
        if (!target.ours()) {
            return Placed.parked(Reason.OTHER_SOURCE, enrollment);
        }
        if (target.voidedBy() != null) {
            return Placed.applied(enrollment, null);
        }
        Outcome outcome =
                target.completion() == null ? Outcome.REVOKED_BEFORE : revocations.takeBack(target.completion());
        if (outcome == Outcome.GRADUATED || outcome == Outcome.RELIED_ON) {
            return Placed.parked(outcome == Outcome.GRADUATED ? Reason.GRADUATED : Reason.RELIED_ON, enrollment);
        }
        rows.voided(voiding.voids(), voiding.id());
        if (outcome == Outcome.REVOKED) { // not where a person has decided before
            concerned.stream()
                    .filter(one -> one != target)
                    .map(Concerned::said)
                    .sorted(Comparator.comparing(Statement::at))
                    .forEach(other -> statements.keep(other, placement.place(other)));
        }
        return Placed.applied(enrollment, null);
    }
}

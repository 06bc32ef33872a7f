package mx.trayecto.programs.xapi;

import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import mx.trayecto.programs.completion.Revocations;
import mx.trayecto.programs.completion.Revocations.Outcome;
import mx.trayecto.programs.enrollment.Enrollment;
import mx.trayecto.programs.enrollment.EnrollmentRows;
import mx.trayecto.programs.xapi.ReceivedStatement.Reason;
import mx.trayecto.programs.xapi.VoidingRows.Target;

/**
 * Takes back what a statement had recorded, at the word of whoever sent it (xAPI 1.0.3, part two, 2.3.2). Whatever else the
 * platform says of the same module still holds: a statement that found it completed by then completes it now.
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

    /** Before anything is locked: of one, and of those that take it back, no more than one is placed at a time. */
    void turn(Statement statement) {
        rows.turn(statement.voids() == null ? statement.id() : statement.voids());
    }

    /** What of her is read once her enrolment is locked: another one that is placed meanwhile is not missed. */
    Placed place(Statement voiding) {
        turn(voiding);
        Optional<Enrollment> hers = EnrollmentRows.lockAll(rows.enrollment(voiding.voids())).stream()
                .findFirst();
        Optional<Target> known = rows.target(voiding);
        if (known.isEmpty()) {
            return Placed.parked(Reason.UNKNOWN_STATEMENT, null);
        }
        Target target = known.get();
        UUID enrollment = target.enrollment();
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
            hers.ifPresent(woman -> placeOthers(woman, target.module()));
        }
        return Placed.applied(enrollment, null);
    }

    /** Of whatever course: several may be the same module. */
    private void placeOthers(Enrollment hers, String module) {
        rows.others(hers.id).stream()
                .filter(other ->
                        Placement.module(hers, other).filter(module::equals).isPresent())
                .sorted(Comparator.comparing(Statement::at))
                .forEach(other -> statements.keep(other, placement.place(other)));
    }
}

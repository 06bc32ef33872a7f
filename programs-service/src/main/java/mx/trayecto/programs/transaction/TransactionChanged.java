package mx.trayecto.programs.transaction;

import java.time.LocalDate;
import java.util.UUID;

import mx.trayecto.platform.text.Money;

/** Snapshot of a transaction, {@code mx.trayecto.transaction.changed.v1}. What people wrote of it stays here. */
record TransactionChanged(
        UUID transaction,
        UUID agreement,
        TransactionKind kind,
        LocalDate on,
        Money amount,
        LocalDate valueOn,
        UUID provider,
        UUID receiver) {
    static final String TYPE = "mx.trayecto.transaction.changed.v1";

    static TransactionChanged of(Transaction t) {
        return new TransactionChanged(
                t.id, t.agreementId, t.kind, t.madeOn, t.amount(), t.valueOn, t.providerId, t.receiverId);
    }
}

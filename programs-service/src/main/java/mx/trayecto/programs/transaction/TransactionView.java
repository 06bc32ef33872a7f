package mx.trayecto.programs.transaction;

import java.time.LocalDate;
import java.util.UUID;

import mx.trayecto.platform.concurrency.Versioned;
import mx.trayecto.platform.text.Bilingual;
import mx.trayecto.platform.text.KeptDocument;
import mx.trayecto.platform.text.Money;

/** A transaction as it is. */
record TransactionView(
        UUID id,
        long version,
        UUID agreement,
        TransactionKind kind,
        String reference,
        LocalDate on,
        Money amount,
        LocalDate valueOn,
        UUID provider,
        UUID receiver,
        Bilingual description,
        KeptDocument document)
        implements Versioned {

    static TransactionView of(Transaction t) {
        return new TransactionView(
                t.id,
                t.version,
                t.agreementId,
                t.kind,
                t.reference,
                t.madeOn,
                t.amount(),
                t.valueOn,
                t.providerId,
                t.receiverId,
                t.description,
                KeptDocument.of(t.document));
    }
}

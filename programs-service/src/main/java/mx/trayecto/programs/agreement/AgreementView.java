package mx.trayecto.programs.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import mx.trayecto.platform.concurrency.Versioned;
import mx.trayecto.platform.text.Bilingual;
import mx.trayecto.platform.text.KeptDocument;
import mx.trayecto.platform.text.Money;

/** An agreement as it is. */
record AgreementView(
        UUID id,
        long version,
        String number,
        Bilingual title,
        List<Party> parties,
        LocalDate startsOn,
        LocalDate endsOn,
        List<Money> amounts,
        String budgetKey,
        UUID succeeds,
        List<KeptDocument> documents)
        implements Versioned {

    static AgreementView of(Agreement agreement) {
        return new AgreementView(
                agreement.id,
                agreement.version,
                agreement.number,
                agreement.title,
                agreement.parties,
                agreement.startsOn,
                agreement.endsOn,
                agreement.amounts,
                agreement.budgetKey,
                agreement.succeedsId,
                KeptDocument.of(agreement.documents));
    }
}

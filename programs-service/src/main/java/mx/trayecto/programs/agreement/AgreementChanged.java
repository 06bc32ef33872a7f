package mx.trayecto.programs.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import mx.trayecto.platform.text.Bilingual;
import mx.trayecto.platform.text.Money;

/** Snapshot of an agreement, {@code mx.trayecto.agreement.changed.v1}. */
record AgreementChanged(
        UUID agreement,
        String number,
        Bilingual title,
        List<Party> parties,
        LocalDate startsOn,
        LocalDate endsOn,
        List<Money> amounts,
        String budgetKey) {
    static final String TYPE = "mx.trayecto.agreement.changed.v1";

    static AgreementChanged of(Agreement agreement) {
        return new AgreementChanged(
                agreement.id,
                agreement.number,
                agreement.title,
                agreement.parties,
                agreement.startsOn,
                agreement.endsOn,
                agreement.amounts,
                agreement.budgetKey);
    }
}

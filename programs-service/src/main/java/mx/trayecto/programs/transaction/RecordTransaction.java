package mx.trayecto.programs.transaction;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import mx.trayecto.platform.text.Bilingual;
import mx.trayecto.platform.text.DocumentReference;
import mx.trayecto.platform.text.Money;
import mx.trayecto.programs.field.BusinessDate;
import mx.trayecto.programs.field.Code;

/**
 * A transaction as it shall be.
 *
 * @param reference its number in the accounts, unique in the agreement: so that sending it again finds it
 * @param amount negative where an earlier one is taken back; never zero
 * @param valueOn the day whose exchange rate holds; {@code on} unless said
 * @param provider who gives
 * @param receiver who gets it
 */
record RecordTransaction(
        @NotNull UUID agreement,
        @NotNull TransactionKind kind,
        @Code String reference,
        @NotNull @BusinessDate LocalDate on,
        @NotNull @Valid Money amount,
        @BusinessDate LocalDate valueOn,
        UUID provider,
        UUID receiver,
        @Valid Bilingual description,
        @Valid DocumentReference document) {

    RecordTransaction {
        valueOn = valueOn == null ? on : valueOn;
    }

    boolean nothing() {
        return new BigDecimal(amount.amount()).signum() == 0;
    }

    static RecordTransaction of(Transaction t) {
        return new RecordTransaction(
                t.agreementId,
                t.kind,
                t.reference,
                t.madeOn,
                t.amount(),
                t.valueOn,
                t.providerId,
                t.receiverId,
                t.description,
                t.document);
    }
}

package mx.trayecto.programs.agreement;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import mx.trayecto.platform.text.Bilingual;
import mx.trayecto.platform.text.DocumentReference;
import mx.trayecto.platform.text.Money;
import mx.trayecto.programs.field.BudgetKey;
import mx.trayecto.programs.field.BusinessDate;
import mx.trayecto.programs.field.Code;
import mx.trayecto.programs.field.Distinct;
import mx.trayecto.programs.field.Period;

/**
 * An agreement as it shall be.
 *
 * @param number as printed on it, such as {@code 00111079}; unique in the tenant
 * @param amounts one per currency, not negative; absent where unknown
 * @param budgetKey key in the federal budget, such as {@code S010}
 * @param documents what it is set down in, by reference and hash; kept elsewhere
 */
@Period.InOrder
record SignAgreement(
        @NotNull @Code String number,
        @NotNull @Valid Bilingual title,
        @NotEmpty @Size(max = 50) @Distinct List<@NotNull @Valid Party> parties,
        @NotNull @BusinessDate LocalDate startsOn,
        @BusinessDate LocalDate endsOn,
        @Size(max = 10) @Distinct(by = "currency") List<@NotNull @Valid @NotNegative Money> amounts,
        @BudgetKey String budgetKey,
        @Size(max = 50) List<@NotNull @Valid DocumentReference> documents)
        implements Period {

    SignAgreement {
        parties = parties == null ? List.of() : parties;
        amounts = amounts == null ? List.of() : amounts;
        documents = documents == null ? List.of() : documents;
    }

    static SignAgreement of(Agreement agreement) {
        return new SignAgreement(
                agreement.number,
                agreement.title,
                agreement.parties,
                agreement.startsOn,
                agreement.endsOn,
                agreement.amounts,
                agreement.budgetKey,
                agreement.documents);
    }
}

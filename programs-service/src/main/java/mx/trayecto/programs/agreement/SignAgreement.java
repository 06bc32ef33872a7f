package mx.trayecto.programs.agreement;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import mx.trayecto.platform.text.Bilingual;
import mx.trayecto.platform.text.Money;
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
 */
@Period.InOrder
record SignAgreement(
        @NotNull @Code String number,
        @NotNull @Valid Bilingual title,
        @NotEmpty @Size(max = 50) @Distinct List<@NotNull @Valid Party> parties,
        @NotNull @BusinessDate LocalDate startsOn,
        @BusinessDate LocalDate endsOn,
        @Size(max = 10) @Distinct(by = "currency") List<@NotNull @Valid @NotNegative Money> amounts,

        @Pattern(regexp = "^[A-Z0-9]{1,10}$", message = "{mx.trayecto.programs.budget-key}")
        String budgetKey)
        implements Period {

    SignAgreement {
        parties = parties == null ? List.of() : parties;
        amounts = amounts == null ? List.of() : amounts;
    }

    static SignAgreement of(Agreement agreement) {
        return new SignAgreement(
                agreement.number,
                agreement.title,
                agreement.parties,
                agreement.startsOn,
                agreement.endsOn,
                agreement.amounts,
                agreement.budgetKey);
    }
}

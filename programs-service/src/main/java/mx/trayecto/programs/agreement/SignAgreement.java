package mx.trayecto.programs.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

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
 * @param succeeds the agreement that it renews or takes the place of
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

        @BudgetKey
        @Schema(
                description =
                        "Key in the federal budget. Where `succeeds` is set and none is given, that of the agreement whose"
                                + " place it takes")
        String budgetKey,

        @Schema(description = "The agreement that it renews or whose place it takes")
        UUID succeeds,

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
                agreement.succeedsId,
                agreement.documents);
    }
}

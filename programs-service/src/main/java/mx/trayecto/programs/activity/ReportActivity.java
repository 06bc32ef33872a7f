package mx.trayecto.programs.activity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import mx.trayecto.platform.text.Bilingual;
import mx.trayecto.programs.field.BusinessDate;
import mx.trayecto.programs.field.Distinct;
import mx.trayecto.programs.field.Hours;
import mx.trayecto.programs.field.Period;

/**
 * An activity as it was held.
 *
 * @param organization who held it, or was trained
 * @param campaign the campaign it was part of, within whose days it lies
 * @param endsOn last day; the first one unless said
 * @param hours hours given in all, the same for everyone who attended
 * @param headcounts by sex, or for all together; none where nobody counted
 */
@Period.InOrder
@CountedOnce
record ReportActivity(
        @NotNull ActivityKind kind,
        @NotNull ActivityAudience audience,
        @NotNull @Valid Bilingual title,
        UUID organization,
        UUID agreement,
        UUID center,
        UUID campaign,
        @NotNull @BusinessDate LocalDate startsOn,
        @BusinessDate LocalDate endsOn,

        @DecimalMin("0.25") @DecimalMax("10000") @Digits(integer = 5, fraction = 2)
        BigDecimal hours,

        @Size(max = 3) @Distinct(by = "sex") List<@NotNull @Valid Headcount> headcounts)
        implements Period {

    ReportActivity {
        hours = Hours.plain(hours);
        endsOn = endsOn == null ? startsOn : endsOn;
        headcounts = headcounts == null ? List.of() : headcounts;
    }

    static ReportActivity of(Activity activity) {
        return new ReportActivity(
                activity.kind,
                activity.audience,
                activity.title,
                activity.organizationId,
                activity.agreementId,
                activity.centerId,
                activity.campaignId,
                activity.startsOn,
                activity.endsOn,
                activity.hours,
                activity.headcounts);
    }
}

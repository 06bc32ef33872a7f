package mx.trayecto.programs.activity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.concurrency.Versioned;
import mx.trayecto.platform.text.Bilingual;

/** An activity as it is. */
record ActivityView(
        UUID id,
        long version,
        ActivityKind kind,
        ActivityAudience audience,
        Bilingual title,
        UUID organization,
        UUID agreement,
        UUID center,
        UUID campaign,
        LocalDate startsOn,
        LocalDate endsOn,

        @Schema(description = "How many days, the first and the last included")
        long days,

        BigDecimal hours,
        List<Headcount> headcounts)
        implements Versioned {

    static ActivityView of(Activity activity) {
        return new ActivityView(
                activity.id,
                activity.version,
                activity.kind,
                activity.audience,
                activity.title,
                activity.organizationId,
                activity.agreementId,
                activity.centerId,
                activity.campaignId,
                activity.startsOn,
                activity.endsOn,
                ChronoUnit.DAYS.between(activity.startsOn, activity.endsOn) + 1,
                activity.hours,
                activity.headcounts);
    }
}

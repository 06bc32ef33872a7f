package mx.trayecto.programs.activity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

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
        LocalDate startsOn,
        LocalDate endsOn,
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
                activity.startsOn,
                activity.endsOn,
                activity.hours,
                activity.headcounts);
    }
}

package mx.trayecto.programs.activity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What was held and for how many, the same in all its events.
 *
 * @param campaign the activity that it was part of, within whose days it lies
 */
record ActivityRecord(
        UUID activity,
        ActivityKind kind,
        ActivityAudience audience,
        UUID organization,
        UUID agreement,
        UUID center,
        UUID campaign,
        LocalDate startsOn,
        LocalDate endsOn,
        BigDecimal hours,
        List<Headcount> headcounts) {
    static final String HELD = "mx.trayecto.activity.held.v1";
    static final String REPORTED = "mx.trayecto.training.reported.v1";
    static final String CORRECTED = "mx.trayecto.activity.corrected.v1";

    static ActivityRecord of(Activity activity) {
        return new ActivityRecord(
                activity.id,
                activity.kind,
                activity.audience,
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

package mx.trayecto.programs.session;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.concurrency.Versioned;
import mx.trayecto.programs.enrollment.CohortTerms;
import mx.trayecto.programs.field.Hours;

/** When a cohort meets. */
@Schema(description = "When a cohort meets, in order of time; what was cancelled is left out")
record Timetable(
        @Schema(description = "The cohort") UUID id,
        @Schema(description = "The cohort's") long version,

        @Schema(description = "Hours of all sessions together")
        BigDecimal hours,

        List<SessionView> sessions)
        implements Versioned {

    /** As it is now. */
    static Timetable of(UUID cohortId) {
        CohortTerms cohort = CohortTerms.of(cohortId);
        return of(
                cohort,
                Session.<Session>list(
                        "cohortId = ?1 and cancelledOn is null order by heldOn, startsAt nulls last, id", cohortId));
    }

    static Timetable of(CohortTerms cohort, List<Session> sessions) {
        BigDecimal hours = sessions.stream().map(each -> each.hours).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Timetable(
                cohort.id(),
                cohort.version(),
                Hours.plain(hours),
                sessions.stream().map(SessionView::of).toList());
    }
}

package mx.trayecto.programs.enrollment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** In which cohorts a woman has been under one enrolment, the first one first. */
@Schema(name = "Stays")
record StaysView(UUID enrollment, List<StayView> items) {

    /** Her time in one cohort. */
    @Schema(name = "Stay")
    record StayView(
            UUID cohort,
            LocalDate from,

            @Schema(description = "First day on which she no longer belonged to it; left out while she does")
            LocalDate until) {}

    static StaysView of(Enrollment enrollment) {
        return new StaysView(
                enrollment.id,
                enrollment.stays.stream()
                        .sorted(Comparator.comparing(stay -> stay.fromOn))
                        .map(stay -> new StayView(stay.cohortId, stay.fromOn, stay.untilOn))
                        .toList());
    }
}

package mx.trayecto.programs.survey;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.programs.cohort.ScheduledSurvey;

/** What one woman of a cohort is to answer. */
@Schema(name = "ScheduledSurveysOfOne")
record SurveysOfOne(UUID enrollment, List<Scheduled> surveys) {

    /**
     * One instrument.
     *
     * @param opensOn absent while the day that it is counted from is not known
     */
    @Schema(name = "SurveyOfOne")
    record Scheduled(
            UUID instrument,
            State state,
            LocalDate opensOn,
            LocalDate dueOn,

            @Schema(description = "When she answered it first")
            LocalDate answeredOn) {

        static Scheduled of(
                ScheduledSurvey survey, LocalDate opens, LocalDate due, LocalDate answered, LocalDate today) {
            State state = answered != null
                    ? State.ANSWERED
                    : opens == null || today.isBefore(opens)
                            ? State.AHEAD
                            : today.isAfter(due) ? State.OVERDUE : State.OPEN;
            return new Scheduled(survey.instrument(), state, opens, due, answered);
        }
    }

    /** How things stand with it. */
    @Schema(name = "SurveyState")
    enum State {
        @JsonProperty("ahead")
        AHEAD,
        @JsonProperty("open")
        OPEN,
        @JsonProperty("overdue")
        OVERDUE,
        @JsonProperty("answered")
        ANSWERED
    }
}

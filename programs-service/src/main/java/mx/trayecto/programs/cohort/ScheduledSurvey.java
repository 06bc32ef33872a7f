package mx.trayecto.programs.cohort;

import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An instrument that everybody in a cohort is to answer.
 *
 * @param counted from what its days are counted
 * @param opens days after which it can be answered; from the day itself unless said
 * @param due days after which it should have been
 */
public record ScheduledSurvey(
        @NotNull UUID instrument,
        @NotNull From counted,
        @Min(-365) @Max(3_650) Integer opens,
        @NotNull @Min(-365) @Max(3_650) Integer due) {

    public ScheduledSurvey {
        opens = opens == null ? 0 : opens;
    }

    /** A day of hers, or of the cohort's. */
    @Schema(name = "SurveyCountedFrom")
    public enum From {
        @JsonProperty("enrolment")
        ENROLMENT,
        @JsonProperty("cohort-end")
        COHORT_END,
        @JsonProperty("graduation")
        GRADUATION
    }
}

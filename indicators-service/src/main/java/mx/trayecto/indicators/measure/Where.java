package mx.trayecto.indicators.measure;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.text.Currency;

/**
 * Which records a measure lets in; what is absent lets in all.
 *
 * @param program of what happens in enrolments; centres, staff, collectives and activities are of no programme
 * @param cohorts of what happens in enrolments
 * @param campaign of activities and headcounts: those that were part of it
 * @param role of {@code mentored}
 * @param audience of activities and headcounts, and of trainings of staff: {@code participants} and {@code public} are
 *     no staff, {@code coordinators} are no audience of activities
 * @param kind of staff and their trainings, surveys, follow-ups, deliveries, supports, collectives, activities and
 *     headcounts
 * @param currency of amounts: those of different currencies are never added up
 * @param from first day, whatever period is asked for
 * @param to last day, whatever period is asked for
 */
@Schema(name = "MeasureFilter", description = "Which records are let in; what is absent lets in all")
public record Where(
        UUID agreement,
        UUID program,
        @Size(max = 100) Set<@NotNull UUID> cohorts,
        @Size(max = 100) Set<@NotNull UUID> centers,
        UUID campaign,
        Role role,
        Audience audience,

        @Pattern(regexp = "[a-z][a-z0-9-]{0,63}", message = "{mx.trayecto.indicators.kind}")
        String kind,

        @Currency @Schema(pattern = "^[A-Z]{3}$", description = "ISO 4217; required where amounts are added up")
        String currency,

        LocalDate from,
        LocalDate to) {
    static final Where ANY = new Where(null, null, null, null, null, null, null, null, null, null, null);

    public Where {
        cohorts = cohorts == null || cohorts.isEmpty() ? null : Set.copyOf(cohorts);
        centers = centers == null || centers.isEmpty() ? null : Set.copyOf(centers);
    }

    /** Part in a mentorship. */
    @Schema(name = "MentoringRole")
    public enum Role {
        @JsonProperty("mentor")
        MENTOR("mentor"),
        @JsonProperty("mentee")
        MENTEE("mentee");

        final String code;

        Role(String code) {
            this.code = code;
        }
    }

    /** For whom an activity was held, or who of the staff was trained. */
    @Schema(name = "MeasuredAudience")
    public enum Audience {
        @JsonProperty("participants")
        PARTICIPANTS("participants", true, false),
        @JsonProperty("officials")
        OFFICIALS("officials", true, true),
        @JsonProperty("facilitators")
        FACILITATORS("facilitators", true, true),
        /** Of the staff; activities are held for none. */
        @JsonProperty("coordinators")
        COORDINATORS("coordinators", false, true),
        @JsonProperty("public")
        PUBLIC("public", true, false);

        final String code;
        final boolean ofActivities;
        final boolean ofStaff;

        Audience(String code, boolean ofActivities, boolean ofStaff) {
            this.code = code;
            this.ofActivities = ofActivities;
            this.ofStaff = ofStaff;
        }
    }
}

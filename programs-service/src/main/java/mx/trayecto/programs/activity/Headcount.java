package mx.trayecto.programs.activity;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How many attended.
 *
 * @param sex whom the count covers; {@code all} where the source does not tell them apart
 * @param qualifier how exact the count is; exact unless said
 */
record Headcount(
        @NotNull CountedSex sex,
        @NotNull @Min(0) @Max(10_000_000) Integer count,
        Qualifier qualifier) {

    Headcount {
        qualifier = qualifier == null ? Qualifier.EXACT : qualifier;
    }

    enum CountedSex {
        @JsonProperty("female")
        FEMALE,
        @JsonProperty("male")
        MALE,
        @JsonProperty("all")
        ALL
    }

    enum Qualifier {
        @JsonProperty("exact")
        EXACT,
        @JsonProperty("at-least")
        AT_LEAST,
        @JsonProperty("about")
        ABOUT,
        @JsonProperty("at-most")
        AT_MOST
    }
}

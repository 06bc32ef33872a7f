package mx.trayecto.indicators.measure;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a count is distinct over. */
public enum Basis {
    @JsonProperty("persons")
    PERSONS,
    @JsonProperty("enrolments")
    ENROLMENTS,
    @JsonProperty("institutions")
    INSTITUTIONS,
    /** Not distinct: every record counts. */
    @JsonProperty("records")
    RECORDS
}

package mx.trayecto.indicators.measure;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a count is distinct over. */
@Schema(name = "MeasureBasis")
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

package mx.trayecto.indicators.indicator;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an indicator counts. Persons are not enrolments. */
@Schema(name = "IndicatorCountingBasis")
enum CountingBasis {
    @JsonProperty("persons")
    PERSONS,
    @JsonProperty("enrolments")
    ENROLMENTS,
    @JsonProperty("deliveries")
    DELIVERIES,
    @JsonProperty("credits")
    CREDITS,
    @JsonProperty("institutions")
    INSTITUTIONS,
    @JsonProperty("activities")
    ACTIVITIES,
    @JsonProperty("hours")
    HOURS,
    @JsonProperty("money")
    MONEY,
    @JsonProperty("documents")
    DOCUMENTS
}

package mx.trayecto.indicators.indicator;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an indicator counts. Persons are not enrolments. */
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
    @JsonProperty("hours")
    HOURS,
    @JsonProperty("money")
    MONEY,
    @JsonProperty("documents")
    DOCUMENTS
}

package mx.trayecto.programs.delivery;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What she got besides training. */
enum DeliveryKind {
    @JsonProperty("stipend")
    STIPEND,
    @JsonProperty("credit")
    CREDIT,
    @JsonProperty("seed-capital")
    SEED_CAPITAL,
    @JsonProperty("supplies")
    SUPPLIES,
    @JsonProperty("trademark")
    TRADEMARK,
    @JsonProperty("fair")
    FAIR,
    @JsonProperty("platform-link")
    PLATFORM_LINK,
    @JsonProperty("job")
    JOB,
    @JsonProperty("return-to-studies")
    RETURN_TO_STUDIES,
    @JsonProperty("other")
    OTHER
}

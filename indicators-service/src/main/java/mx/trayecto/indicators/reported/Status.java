package mx.trayecto.indicators.reported;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a reported value has come; only accepted ones stand in figures. */
@Schema(name = "ReportedValueStatus")
enum Status {
    @JsonProperty("submitted")
    SUBMITTED,
    @JsonProperty("accepted")
    ACCEPTED,
    @JsonProperty("rejected")
    REJECTED
}

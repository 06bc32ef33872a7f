package mx.trayecto.indicators.reported;

import jakarta.validation.constraints.NotNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.text.Text;

/** What a second person decides on a reported value. */
record ReviewValue(
        @NotNull Decision decision,
        @Text(max = 2000, free = true) String note) {
    @Schema(name = "ReviewDecision")
    enum Decision {
        @JsonProperty("accepted")
        ACCEPTED,
        @JsonProperty("rejected")
        REJECTED
    }
}

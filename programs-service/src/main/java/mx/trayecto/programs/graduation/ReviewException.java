package mx.trayecto.programs.graduation;

import jakarta.validation.constraints.NotNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the second person decides. */
record ReviewException(@NotNull Decision decision) {
    /** Of an exception. */
    @Schema(name = "ExceptionDecision")
    enum Decision {
        @JsonProperty("accepted")
        ACCEPTED,
        @JsonProperty("refused")
        REFUSED
    }
}

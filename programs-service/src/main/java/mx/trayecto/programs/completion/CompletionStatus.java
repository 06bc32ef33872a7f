package mx.trayecto.programs.completion;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a completion holds. */
enum CompletionStatus {
    @JsonProperty("recorded")
    RECORDED,
    @JsonProperty("revoked")
    REVOKED
}

package mx.trayecto.programs.instrument;

import com.fasterxml.jackson.annotation.JsonProperty;

/** When in her path an instrument is answered. Entry and exit are paired. */
public enum InstrumentKind {
    @JsonProperty("entry")
    ENTRY,
    @JsonProperty("exit")
    EXIT,
    @JsonProperty("post-graduation")
    POST_GRADUATION
}

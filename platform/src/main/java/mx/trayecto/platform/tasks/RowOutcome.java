package mx.trayecto.platform.tasks;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of a row. */
public enum RowOutcome {
    @JsonProperty("created")
    CREATED,
    @JsonProperty("updated")
    UPDATED,
    @JsonProperty("unchanged")
    UNCHANGED,
    @JsonProperty("rejected")
    REJECTED
}

package mx.trayecto.platform.tasks;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a task has come. */
public enum TaskState {
    @JsonProperty("queued")
    QUEUED,
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("done")
    DONE,
    @JsonProperty("failed")
    FAILED
}

package mx.trayecto.programs.cohort;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The life of a cohort: planned, open, running, closed. */
public enum CohortStatus {
    @JsonProperty("planned")
    PLANNED,
    @JsonProperty("open")
    OPEN,
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("closed")
    CLOSED;

    /** Whether enrolments are taken. A running cohort still takes them: the waiting list advances. */
    public boolean takesEnrollments() {
        return this == OPEN || this == RUNNING;
    }
}

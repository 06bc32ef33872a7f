package mx.trayecto.programs.staff;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a member of staff does in programmes; officials are those who are trained in them. */
public enum StaffKind {
    @JsonProperty("facilitator")
    FACILITATOR,
    @JsonProperty("coordinator")
    COORDINATOR,
    @JsonProperty("official")
    OFFICIAL
}

package mx.trayecto.programs.membership;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a member may do; the scopes of each role stand in the contract. */
enum Role {
    @JsonProperty("portal")
    PORTAL,
    @JsonProperty("registrar")
    REGISTRAR,
    @JsonProperty("facilitator")
    FACILITATOR,
    @JsonProperty("coordinator")
    COORDINATOR,
    @JsonProperty("protection-officer")
    PROTECTION_OFFICER,
    @JsonProperty("analyst")
    ANALYST,
    @JsonProperty("reviewer")
    REVIEWER,
    @JsonProperty("partner")
    PARTNER,
    @JsonProperty("auditor")
    AUDITOR,
    @JsonProperty("administrator")
    ADMINISTRATOR
}

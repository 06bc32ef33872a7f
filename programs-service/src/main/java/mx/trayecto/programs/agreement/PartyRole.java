package mx.trayecto.programs.agreement;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a party does (IATI codelist OrganisationRole 1–4). */
enum PartyRole {
    @JsonProperty("funding")
    FUNDING,
    @JsonProperty("accountable")
    ACCOUNTABLE,
    @JsonProperty("extending")
    EXTENDING,
    @JsonProperty("implementing")
    IMPLEMENTING
}

package mx.trayecto.programs.organization;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an organization is. The mechanisms are the bodies for the advancement of women (IMEF, IMM). */
enum OrganizationKind {
    @JsonProperty("federal")
    FEDERAL,
    @JsonProperty("state-government")
    STATE_GOVERNMENT,
    @JsonProperty("state-mechanism")
    STATE_MECHANISM,
    @JsonProperty("municipal-government")
    MUNICIPAL_GOVERNMENT,
    @JsonProperty("municipal-mechanism")
    MUNICIPAL_MECHANISM,
    @JsonProperty("international")
    INTERNATIONAL,
    @JsonProperty("civil-society")
    CIVIL_SOCIETY,
    @JsonProperty("private")
    PRIVATE,
    @JsonProperty("academic")
    ACADEMIC
}

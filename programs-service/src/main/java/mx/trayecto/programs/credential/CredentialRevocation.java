package mx.trayecto.programs.credential;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a credential holds no longer. */
enum CredentialRevocation {
    @JsonProperty("graduation-revoked")
    GRADUATION_REVOKED,
    @JsonProperty("mistake")
    MISTAKE,
    @JsonProperty("reissued")
    REISSUED,
    @JsonProperty("holder-asked")
    HOLDER_ASKED,
    @JsonProperty("key-withdrawn")
    KEY_WITHDRAWN
}

package mx.trayecto.programs.credential;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.text.Bilingual;

/** What anybody may know of a credential: that it was issued, by whom and for what. Nothing of it is personal. */
@Schema(name = "VerifiedCredential")
record Verified(
        UUID id,
        State state,

        @Schema(description = "The programme that its holder graduated from")
        Bilingual program,

        @Schema(description = "Who issued it") Bilingual issuer,
        LocalDate graduatedOn,
        int criteriaVersion,

        @Schema(description = "Since when it holds no longer")
        Instant revokedAt) {

    /** Whether it holds. */
    @Schema(
            name = "CredentialState",
            description =
                    "`key-withdrawn`: others may have the key that signed it, so nothing is believed that it signed. Her"
                            + " graduation stands unless it was revoked too; ask for the credential that was issued anew")
    enum State {
        @JsonProperty("valid")
        VALID,
        @JsonProperty("revoked")
        REVOKED,
        @JsonProperty("key-withdrawn")
        KEY_WITHDRAWN
    }
}

package mx.trayecto.programs.completion;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.problem.Codes;

/** Why a completion was revoked. */
@Schema(name = "CompletionRevocationReason")
enum RevocationReason {
    @JsonProperty("mistake")
    MISTAKE,
    @JsonProperty("wrong-person")
    WRONG_PERSON,
    @JsonProperty("wrong-module")
    WRONG_MODULE,
    @JsonProperty("wrong-date")
    WRONG_DATE,
    @JsonProperty("false-evidence")
    FALSE_EVIDENCE,
    /** The learning platform took back what it had told. */
    @JsonProperty("taken-back")
    TAKEN_BACK,
    @JsonProperty("other")
    OTHER;

    /** The code as it stands in JSON and events. */
    String code() {
        return Codes.of(this);
    }
}

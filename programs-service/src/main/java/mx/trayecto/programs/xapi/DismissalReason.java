package mx.trayecto.programs.xapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a statement that waits is given up. */
@Schema(name = "StatementDismissalReason")
enum DismissalReason {
    /** The platform took it back, or what it takes back has been seen to. */
    @JsonProperty("taken-back")
    TAKEN_BACK,
    /** Of somebody, or of a course, that no programme knows. */
    @JsonProperty("not-ours")
    NOT_OURS,
    /** What it says was recorded otherwise. */
    @JsonProperty("recorded-otherwise")
    RECORDED_OTHERWISE,
    @JsonProperty("mistake")
    MISTAKE,
    @JsonProperty("other")
    OTHER
}

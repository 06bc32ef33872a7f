package mx.trayecto.programs.eligibility;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.text.Bilingual;

/**
 * Whether a programme is for a woman, and if not, why.
 *
 * @param ruleVersion by which rule; null where the programme has none and is for everybody
 */
@Schema(name = "EligibilityVerdict")
public record Verdict(
        Integer ruleVersion,
        Outcome outcome,

        @Schema(description = "What does not hold, or is not known")
        List<Unmet> unmet) {

    /** What the rule says of her. */
    @Schema(name = "EligibilityOutcome")
    public enum Outcome {
        @JsonProperty("eligible")
        ELIGIBLE,
        @JsonProperty("not-eligible")
        NOT_ELIGIBLE,
        /** It hangs on something that is not known of her, or that must not show in the answer: a person decides. */
        @JsonProperty("undecided")
        UNDECIDED
    }

    /** Something that does not hold, or of which it is not known. */
    @Schema(name = "UnmetCondition")
    public record Unmet(
            String code,
            Bilingual reason,

            @Schema(description = "It cannot be told, since something that it asks for is not known of her")
            boolean unknown) {}
}

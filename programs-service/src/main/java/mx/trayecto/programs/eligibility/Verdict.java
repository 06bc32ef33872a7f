package mx.trayecto.programs.eligibility;

import java.util.List;

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
        boolean eligible,

        @Schema(description = "What does not hold; of a protected woman nobody is told")
        List<Unmet> unmet) {

    /** Something that does not hold, or of which it is not known. */
    @Schema(name = "UnmetCondition")
    public record Unmet(
            String code,
            Bilingual reason,

            @Schema(description = "It cannot be told, since something that it asks for is not known of her")
            boolean unknown) {}
}

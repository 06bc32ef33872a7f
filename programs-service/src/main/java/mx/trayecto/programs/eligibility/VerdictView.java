package mx.trayecto.programs.eligibility;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.text.Language;

/**
 * A verdict as callers see it.
 *
 * @param ruleVersion by which rule; null where the programme has none and is for everybody
 */
@Schema(name = "EligibilityVerdict")
public record VerdictView(
        Integer ruleVersion,
        Verdict.Outcome outcome,

        @Schema(description = "What does not hold, or is not known")
        List<Verdict.Unmet> unmet,

        @Schema(
                description =
                        "All of it in one sentence, in the language that `Accept-Language` prefers: \"Not eligible:"
                                + " is not a student.\"")
        String explanation) {

    public static VerdictView of(Verdict verdict, Language language) {
        return new VerdictView(
                verdict.ruleVersion(),
                verdict.outcome(),
                verdict.unmet(),
                verdict.explanation().in(language));
    }
}

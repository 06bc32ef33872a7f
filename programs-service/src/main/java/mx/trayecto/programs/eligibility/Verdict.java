package mx.trayecto.programs.eligibility;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.text.Bilingual;
import mx.trayecto.platform.text.Language;

/**
 * Whether a programme is for a woman, and if not, why.
 *
 * @param ruleVersion by which rule; null where the programme has none and is for everybody
 */
public record Verdict(Integer ruleVersion, Outcome outcome, List<Unmet> unmet) {
    private static final Map<Outcome, Bilingual> IN_WORDS = Map.of(
            Outcome.ELIGIBLE, new Bilingual("Es elegible", "Eligible"),
            Outcome.NOT_ELIGIBLE, new Bilingual("No es elegible", "Not eligible"),
            Outcome.UNDECIDED, new Bilingual("Lo decide una persona", "A person decides"));

    /** The outcome and what stands in its way, in words: "Not eligible: is not a student." */
    public Bilingual explanation() {
        return new Bilingual(explanation(Language.ES), explanation(Language.EN));
    }

    private String explanation(Language language) {
        return IN_WORDS.get(outcome).in(language)
                + unmet.stream()
                        .map(each -> each.told().in(language))
                        .collect(Collectors.joining("; ", unmet.isEmpty() ? "" : ": ", "."));
    }

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
            boolean unknown) {

        /** The reason, and whether it is only not known. */
        public Bilingual told() {
            return new Bilingual(
                    reason.in(Language.ES) + (unknown ? " (no se sabe)" : ""),
                    reason.in(Language.EN) + (unknown ? " (not known)" : ""));
        }
    }
}

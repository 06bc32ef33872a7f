package mx.trayecto.programs.eligibility;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.text.Bilingual;

/**
 * One thing that must hold.
 *
 * @param code unique in the rule
 * @param expression in CEL, true where it holds
 * @param reason what is told where it does not: "is not a student"
 */
@Schema(name = "EligibilityCondition")
record Condition(
        @NotNull @Pattern(regexp = "^[a-z][a-z0-9-]{0,39}$") @Schema(description = "Unique in the rule")
        String code,

        @NotNull
        @Size(min = 1, max = 1_000)
        @Schema(
                description =
                        "CEL (Common Expression Language), true where it holds. It may ask for `age` (in years, on"
                                + " the day she applies; her birthday counts from the first of its month), `birthYear`,"
                                + " `birthMonth`, `gender`, `state`, `municipality`, `indigenous`, `afroMexican` (`yes`, `no`),"
                                + " `disability`, `languages` (a list), `schooling`, `student`, `mother`, `headOfHousehold`,"
                                + " `migration`, `barriers` (a list). Codes are text in quotes. Where it hangs on"
                                + " something that is not known of her it can be told neither way: she is not refused, but waits"
                                + " as `applied` until a person decides.",
                examples = "student && mother && age >= 18")
        String expression,

        @NotNull @Valid @Schema(description = "What is told where it does not hold")
        Bilingual reason) {}

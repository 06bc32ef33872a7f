package mx.trayecto.programs.instrument;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.StreamSupport;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.programs.field.Distinct;

/**
 * What an earlier answer must be for a question to be asked; an answer that was not given fulfils nothing.
 *
 * @param question code of an earlier question of the instrument
 * @param answers codes of options of which one must have been chosen; for choice and multiple, and only there
 * @param from least number, for number and scale, and only there
 * @param to greatest number
 */
@Schema(description = "What an earlier answer must be for a question to be asked")
record AskedIf(
        @NotNull @Pattern(regexp = Question.CODE, message = Question.CODE_MESSAGE)
        String question,

        @Size(min = 1, max = 100) @Distinct
        List<@NotNull @Pattern(regexp = Question.CODE, message = Question.CODE_MESSAGE) String> answers,

        @Digits(integer = 12, fraction = 6) @Schema(minimum = "-1000000000000", maximum = "1000000000000")
        BigDecimal from,

        @Digits(integer = 12, fraction = 6) @Schema(minimum = "-1000000000000", maximum = "1000000000000")
        BigDecimal to) {

    /** Whether it asks an earlier question for what that can answer. */
    boolean fits(Question earlier) {
        return switch (earlier.type()) {
            case CHOICE, MULTIPLE ->
                answers != null
                        && from == null
                        && to == null
                        && answers.stream().allMatch(earlier::offers);
            case NUMBER, SCALE -> answers == null && (from != null || to != null);
            default -> false;
        };
    }

    /** @param answer null where it was not given */
    boolean holds(JsonNode answer) {
        if (answer == null || answer.isNull()) {
            return false;
        }
        if (answers != null) {
            return answer.isArray()
                    ? StreamSupport.stream(answer.spliterator(), false)
                            .map(JsonNode::asText)
                            .anyMatch(answers::contains)
                    : answers.contains(answer.asText());
        }
        return answer.isNumber()
                && (from == null || answer.decimalValue().compareTo(from) >= 0)
                && (to == null || answer.decimalValue().compareTo(to) <= 0);
    }
}

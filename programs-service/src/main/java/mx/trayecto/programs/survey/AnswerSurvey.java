package mx.trayecto.programs.survey;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.programs.field.BusinessDate;
import mx.trayecto.programs.instrument.Question;

/**
 * Answers to an instrument.
 *
 * @param instrument the version of the instrument that was answered
 * @param on local to the centre; today where it is not said
 * @param answers by question code: an option's code, a list of them, a number, an amount with its currency, an ISO
 *     date, a point of the scale, or text
 */
record AnswerSurvey(
        @NotNull UUID instrument,
        @BusinessDate LocalDate on,

        @Pattern(regexp = Question.LANGUAGE) @Schema(description = AnswerSurvey.LANGUAGE)
        String language,

        @NotNull @Size(max = 300) Map<String, JsonNode> answers) {
    static final String LANGUAGE =
            "The language she answered in, whether it was read out in it or interpreted: " + Question.LANGUAGE_CODES;
}

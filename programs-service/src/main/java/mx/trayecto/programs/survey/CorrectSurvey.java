package mx.trayecto.programs.survey;

import java.time.LocalDate;
import java.util.Map;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.programs.field.BusinessDate;
import mx.trayecto.programs.instrument.Question;

/**
 * All answers as they should have been.
 *
 * @param on the day they were given, local to the centre
 */
record CorrectSurvey(
        @NotNull @BusinessDate LocalDate on,

        @Pattern(regexp = Question.LANGUAGE) @Schema(description = AnswerSurvey.LANGUAGE)
        String language,

        @NotNull @Size(max = 300) Map<String, JsonNode> answers,

        @NotNull AnswerCorrection reason) {}

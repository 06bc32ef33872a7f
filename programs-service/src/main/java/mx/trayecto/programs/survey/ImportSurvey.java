package mx.trayecto.programs.survey;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.programs.enrollment.OfEnrollment;
import mx.trayecto.programs.field.BusinessDate;
import mx.trayecto.programs.field.Code;
import mx.trayecto.programs.instrument.Question;

/**
 * A row of an import of answered surveys.
 *
 * @param instrument the id of the version that was answered, or the instrument's code
 * @param instrumentVersion which version, where a code has several
 * @param on local to the centre
 * @param answers by question code
 */
record ImportSurvey(
        UUID enrollment,
        UUID participant,
        @Code String cohort,
        @Code String program,
        @NotNull @Code String instrument,
        Integer instrumentVersion,
        @NotNull @BusinessDate LocalDate on,

        @Pattern(regexp = Question.LANGUAGE) @Schema(description = AnswerSurvey.LANGUAGE)
        String language,

        @NotNull @Size(max = 300) Map<String, JsonNode> answers)
        implements OfEnrollment {}

package mx.trayecto.programs.instrument;

import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.programs.field.Distinct;

/**
 * A typed question.
 *
 * @param code the answer's key in events and figures, unique in the instrument
 * @param options what may be chosen; given for choice and multiple, and only there
 * @param from lowest point of a scale; given for scales, and only there
 * @param to highest point of a scale
 * @param required an answer must be given where it is asked; true unless said
 * @param askedIf all of which must hold for it to be asked; always asked unless said
 */
@Typed
public record Question(
        @NotNull @Pattern(regexp = Question.CODE, message = Question.CODE_MESSAGE)
        String code,

        @NotNull QuestionType type,
        @NotNull @Valid Wording text,
        @Size(max = 100) @Distinct(by = "code") List<@NotNull @Valid Option> options,
        @Min(0) @Max(100) Integer from,
        @Min(1) @Max(100) Integer to,
        Boolean required,
        @Size(max = 10) List<@NotNull @Valid AskedIf> askedIf) {
    /** Codes of questions and options: letters, digits, hyphen and underscore. */
    public static final String CODE = "^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$";

    /** A language other than Spanish and English: its code in ISO 639-3, or its grouping at INALI. */
    static final String OTHER_LANGUAGE = "(?!spa|eng)[a-z]{3}|[0-9]{4}";

    /** Any language. */
    public static final String LANGUAGE = "^(es|en|" + OTHER_LANGUAGE + ")$";

    /** The same in words. */
    public static final String LANGUAGE_CODES = "`es`, `en`, ISO 639-3 (three letters) or INALI grouping (four digits)";

    static final String CODE_MESSAGE = "{mx.trayecto.programs.question-code}";

    public Question {
        options = options == null ? List.of() : options;
        required = required == null || required;
        askedIf = askedIf == null ? List.of() : askedIf;
    }

    /** Whether it is asked, after what was answered before it. */
    public boolean asked(Map<String, JsonNode> answers) {
        return askedIf.stream().allMatch(rule -> rule.holds(answers.get(rule.question())));
    }

    /** Whether {@code code} is one of the options. */
    public boolean offers(String code) {
        return options.stream().anyMatch(option -> option.code().equals(code));
    }
}

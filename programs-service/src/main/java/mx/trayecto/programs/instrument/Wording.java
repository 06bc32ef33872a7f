package mx.trayecto.programs.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.text.Text;
import mx.trayecto.programs.field.Distinct;

/** What women are asked, in Spanish and in whatever other languages it was put. */
@Schema(description = "A text of an instrument, in Spanish and in other languages")
record Wording(
        @NotNull @Text(max = 500) String es,
        @Text(max = 500) String en,

        @Size(max = 30)
        @Distinct(by = "language")
        @Schema(description = "In other languages, such as indigenous ones; each once")
        List<@NotNull @Valid WordingTranslation> otherLanguages) {
    static final String SPANISH = "es";
    static final String ENGLISH = "en";

    Wording {
        otherLanguages = otherLanguages == null ? List.of() : otherLanguages;
    }

    /** The same in another language. */
    record WordingTranslation(
            @NotNull
            @Pattern(regexp = "^(" + Question.OTHER_LANGUAGE + ")$")
            @Schema(
                    description =
                            "ISO 639-3 (three letters) or INALI grouping (four digits); Spanish and English have fields of"
                                    + " their own")
            String language,

            @NotNull @Text(max = 500) String text) {}

    /** The languages it is put in; Spanish is always one. */
    List<String> languages() {
        List<String> languages = new ArrayList<>(List.of(SPANISH));
        if (en != null) {
            languages.add(ENGLISH);
        }
        otherLanguages.forEach(translation -> languages.add(translation.language()));
        return languages;
    }

    /** The text in one of its languages. */
    Optional<String> in(String language) {
        return switch (language) {
            case SPANISH -> Optional.of(es);
            case ENGLISH -> Optional.ofNullable(en);
            default ->
                otherLanguages.stream()
                        .filter(translation -> translation.language().equals(language))
                        .map(WordingTranslation::text)
                        .findFirst();
        };
    }
}

package mx.trayecto.platform.text;

import jakarta.validation.constraints.NotNull;

/** A text that a person reads, in Spanish (required) and English (optional). */
public record Bilingual(
        @NotNull @Text(max = 500) String es,
        @Text(max = 500) String en) {
    /** The text in the language asked for; Spanish where there is no English. */
    public String in(Language language) {
        return language == Language.EN && en != null ? en : es;
    }
}

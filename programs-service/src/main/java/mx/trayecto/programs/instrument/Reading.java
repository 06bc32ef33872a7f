package mx.trayecto.programs.instrument;

import java.util.List;
import java.util.Locale;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An instrument in one language, as it is read out to a woman. A questionnaire in two languages at once is none. */
@Schema(
        name = "InstrumentReading",
        description = "The instrument in one language: the one asked for where all of it is worded in it, else Spanish")
record Reading(
        @Schema(description = "The language that this is") String language, String title, List<Asked> questions) {

    /** One question. */
    @Schema(name = "ReadQuestion")
    record Asked(String code, String text, List<Offered> options) {}

    /** One of the answers that it offers. */
    @Schema(name = "ReadOption")
    record Offered(String code, String text) {}

    /** @param language one that all of the instrument is worded in */
    static Reading of(Instrument instrument, String language) {
        return new Reading(
                language,
                instrument.title == null ? null : said(instrument.title, language),
                instrument.questions.stream()
                        .map(question -> new Asked(
                                question.code(),
                                said(question.text(), language),
                                question.options().stream()
                                        .map(option -> new Offered(option.code(), said(option.text(), language)))
                                        .toList()))
                        .toList());
    }

    /**
     * The language that an instrument is read in.
     *
     * @param worded all languages that it is worded in
     * @param asked the one that the caller asks for; null where it asks for none
     * @param acceptLanguage the header (RFC 9110), which counts where none is asked for; it may be null or broken
     */
    static String language(List<String> worded, String asked, String acceptLanguage) {
        if (asked != null) {
            return worded.contains(asked) ? asked : Wording.SPANISH;
        }
        try {
            String best = acceptLanguage == null || acceptLanguage.isBlank()
                    ? null
                    : Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), worded);
            return best == null ? Wording.SPANISH : best;
        } catch (IllegalArgumentException unreadable) {
            return Wording.SPANISH;
        }
    }

    private static String said(Wording wording, String language) {
        return wording.in(language).orElseThrow();
    }
}

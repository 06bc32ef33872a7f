package mx.trayecto.programs.instrument;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.concurrency.Versioned;

/**
 * A version of an instrument.
 *
 * @param version the instrument's own version; since it never changes, it makes the ETag too
 */
record InstrumentView(
        UUID id,
        String code,
        long version,
        InstrumentKind kind,
        Wording title,
        List<Question> questions,

        @Schema(description = "The languages that all of it is worded in; Spanish is always the first")
        List<String> languages,

        @Schema(description = "In lists left out") Reading reading)
        implements Versioned {

    @Override
    public String variant() {
        return reading == null || reading.language().equals(Wording.SPANISH) ? null : reading.language();
    }

    static InstrumentView listed(Instrument instrument) {
        return of(instrument, instrument.languages(), null);
    }

    /**
     * One that is read.
     *
     * @param asked the language asked for, null where none is
     * @param acceptLanguage the header, which counts where none is asked for; may be null
     */
    static InstrumentView read(Instrument instrument, String asked, String acceptLanguage) {
        List<String> languages = instrument.languages();
        return of(instrument, languages, Reading.of(instrument, Reading.language(languages, asked, acceptLanguage)));
    }

    private static InstrumentView of(Instrument instrument, List<String> languages, Reading reading) {
        return new InstrumentView(
                instrument.id,
                instrument.code,
                instrument.instrumentVersion,
                instrument.kind,
                instrument.title,
                instrument.questions,
                languages,
                reading);
    }
}

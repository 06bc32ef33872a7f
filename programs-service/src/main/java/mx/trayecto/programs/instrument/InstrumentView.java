package mx.trayecto.programs.instrument;

import java.util.List;
import java.util.UUID;

import mx.trayecto.platform.concurrency.Versioned;
import mx.trayecto.platform.text.Bilingual;

/**
 * A version of an instrument.
 *
 * @param version the instrument's own version; since it never changes, it makes the ETag too
 */
record InstrumentView(
        UUID id, String code, long version, InstrumentKind kind, Bilingual title, List<Question> questions)
        implements Versioned {

    static InstrumentView of(Instrument instrument) {
        return new InstrumentView(
                instrument.id,
                instrument.code,
                instrument.instrumentVersion,
                instrument.kind,
                instrument.title,
                instrument.questions);
    }
}

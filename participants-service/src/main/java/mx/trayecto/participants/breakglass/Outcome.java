package mx.trayecto.participants.breakglass;

import com.fasterxml.jackson.annotation.JsonProperty;

import mx.trayecto.participants.codelists.Coded;
import mx.trayecto.platform.text.Bilingual;

/** What a review found of an access. */
enum Outcome implements Coded {
    @JsonProperty("justified")
    JUSTIFIED("Justificado", "Justified"),
    @JsonProperty("unjustified")
    UNJUSTIFIED("No justificado", "Not justified");

    private final Bilingual label;

    Outcome(String es, String en) {
        label = new Bilingual(es, en);
    }

    @Override
    public Bilingual label() {
        return label;
    }
}

package mx.trayecto.participants.duplicates;

import com.fasterxml.jackson.annotation.JsonProperty;

import mx.trayecto.participants.codelists.Coded;
import mx.trayecto.platform.text.Bilingual;

/** What somebody decided on a pair. */
enum DuplicateStatus implements Coded {
    @JsonProperty("open")
    OPEN("Por revisar", "To be looked at"),
    @JsonProperty("confirmed")
    CONFIRMED("Es la misma persona", "The same person"),
    @JsonProperty("dismissed")
    DISMISSED("No es la misma persona", "Not the same person");

    private final Bilingual label;

    DuplicateStatus(String es, String en) {
        label = new Bilingual(es, en);
    }

    @Override
    public Bilingual label() {
        return label;
    }
}

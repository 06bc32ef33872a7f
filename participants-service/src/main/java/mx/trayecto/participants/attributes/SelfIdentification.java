package mx.trayecto.participants.attributes;

import com.fasterxml.jackson.annotation.JsonProperty;

import mx.trayecto.participants.codelists.Coded;
import mx.trayecto.platform.text.Bilingual;

/** An answer to a question of self-identification. Not asked is not a no. */
public enum SelfIdentification implements Coded {
    @JsonProperty("yes")
    YES("Sí", "Yes"),
    @JsonProperty("no")
    NO("No", "No"),
    @JsonProperty("notAsked")
    NOT_ASKED("No se preguntó", "Not asked");

    private final Bilingual label;

    SelfIdentification(String es, String en) {
        label = new Bilingual(es, en);
    }

    @Override
    public Bilingual label() {
        return label;
    }
}

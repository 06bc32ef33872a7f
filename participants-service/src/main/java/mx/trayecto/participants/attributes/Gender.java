package mx.trayecto.participants.attributes;

import com.fasterxml.jackson.annotation.JsonProperty;

import mx.trayecto.participants.codelists.Coded;
import mx.trayecto.platform.text.Bilingual;

/** How a person identifies herself. Programmes include men. */
public enum Gender implements Coded {
    @JsonProperty("female")
    FEMALE("Mujer", "Woman"),
    @JsonProperty("male")
    MALE("Hombre", "Man"),
    @JsonProperty("non-binary")
    NON_BINARY("No binario", "Non-binary"),
    @JsonProperty("undisclosed")
    UNDISCLOSED("Prefiere no decir", "Undisclosed");

    private final Bilingual label;

    Gender(String es, String en) {
        label = new Bilingual(es, en);
    }

    @Override
    public Bilingual label() {
        return label;
    }
}

package mx.trayecto.participants.attributes;

import com.fasterxml.jackson.annotation.JsonProperty;

import mx.trayecto.participants.codelists.Coded;
import mx.trayecto.platform.text.Bilingual;

/** What a guardian is to the person under 18. */
public enum Relationship implements Coded {
    @JsonProperty("mother")
    MOTHER("Madre", "Mother"),
    @JsonProperty("father")
    FATHER("Padre", "Father"),
    @JsonProperty("grandparent")
    GRANDPARENT("Abuela o abuelo", "Grandparent"),
    @JsonProperty("sibling")
    SIBLING("Hermana o hermano", "Sibling"),
    @JsonProperty("relative")
    RELATIVE("Otro familiar", "Other relative"),
    @JsonProperty("legal-guardian")
    LEGAL_GUARDIAN("Tutora o tutor legal", "Legal guardian"),
    @JsonProperty("institution")
    INSTITUTION("Institución", "Institution");

    private final Bilingual label;

    Relationship(String es, String en) {
        label = new Bilingual(es, en);
    }

    @Override
    public Bilingual label() {
        return label;
    }
}

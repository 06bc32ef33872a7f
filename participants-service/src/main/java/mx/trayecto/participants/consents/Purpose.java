package mx.trayecto.participants.consents;

import com.fasterxml.jackson.annotation.JsonProperty;

import mx.trayecto.participants.codelists.Coded;
import mx.trayecto.platform.text.Bilingual;

/** What a consent is for. The programme itself rests on a public function, not on consent (LGPDPPSO). */
public enum Purpose implements Coded {
    @JsonProperty("sensitive-data")
    SENSITIVE_DATA("Uso de datos sensibles", "Use of sensitive data"),
    @JsonProperty("images")
    IMAGES("Uso de su imagen", "Use of her image"),
    @JsonProperty("sharing")
    SHARING("Compartir sus datos con aliados", "Sharing her data with partners"),
    @JsonProperty("contact")
    CONTACT("Contacto posterior al programa", "Contact after the programme"),
    @JsonProperty("minor-participation")
    MINOR_PARTICIPATION("Participación de una menor de edad", "Participation of a minor");

    private final Bilingual label;

    Purpose(String es, String en) {
        label = new Bilingual(es, en);
    }

    /** Whether having been asked tells that she is, or was, under 18. */
    public boolean tellsAge() {
        return this == MINOR_PARTICIPATION;
    }

    @Override
    public Bilingual label() {
        return label;
    }
}

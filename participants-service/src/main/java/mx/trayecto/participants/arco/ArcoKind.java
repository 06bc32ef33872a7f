package mx.trayecto.participants.arco;

import com.fasterxml.jackson.annotation.JsonProperty;

import mx.trayecto.participants.codelists.Coded;
import mx.trayecto.platform.text.Bilingual;

/** Which right is exercised. */
enum ArcoKind implements Coded {
    @JsonProperty("access")
    ACCESS("Acceso", "Access"),
    @JsonProperty("rectification")
    RECTIFICATION("Rectificación", "Rectification"),
    @JsonProperty("cancellation")
    CANCELLATION("Cancelación", "Cancellation"),
    @JsonProperty("opposition")
    OPPOSITION("Oposición", "Opposition");

    private final Bilingual label;

    ArcoKind(String es, String en) {
        label = new Bilingual(es, en);
    }

    @Override
    public Bilingual label() {
        return label;
    }
}

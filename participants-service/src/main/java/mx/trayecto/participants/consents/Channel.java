package mx.trayecto.participants.consents;

import com.fasterxml.jackson.annotation.JsonProperty;

import mx.trayecto.participants.codelists.Coded;
import mx.trayecto.platform.text.Bilingual;

/** How a consent was given or withdrawn. */
enum Channel implements Coded {
    @JsonProperty("paper")
    PAPER("Documento firmado", "Signed document"),
    @JsonProperty("portal")
    PORTAL("Portal", "Portal"),
    @JsonProperty("mobile")
    MOBILE("Aplicación móvil", "Mobile application"),
    @JsonProperty("phone")
    PHONE("Teléfono", "Phone"),
    @JsonProperty("verbal")
    VERBAL("De palabra", "Verbal");

    private final Bilingual label;

    Channel(String es, String en) {
        label = new Bilingual(es, en);
    }

    @Override
    public Bilingual label() {
        return label;
    }

    /** Whether it leaves a document that she signed, by hand or electronically. */
    boolean written() {
        return this == PAPER || this == PORTAL || this == MOBILE;
    }
}

package mx.trayecto.participants.breakglass;

import com.fasterxml.jackson.annotation.JsonProperty;

import mx.trayecto.participants.codelists.Coded;
import mx.trayecto.platform.text.Bilingual;

/** Why a protected record is opened. */
enum AccessReason implements Coded {
    @JsonProperty("safety")
    SAFETY("Riesgo para su seguridad", "Risk to her safety"),
    @JsonProperty("her-request")
    HER_REQUEST("Ella lo pidió", "She asked for it"),
    @JsonProperty("procedure")
    PROCEDURE("Trámite que exige su identidad", "A procedure that needs her identity"),
    @JsonProperty("authority")
    AUTHORITY("Requerimiento de una autoridad", "Demanded by an authority"),
    @JsonProperty("data-subject-request")
    DATA_SUBJECT_REQUEST("Solicitud de derechos ARCO", "Request under her data protection rights"),
    @JsonProperty("correction")
    CORRECTION("Corregir sus datos", "To correct her data");

    private final Bilingual label;

    AccessReason(String es, String en) {
        label = new Bilingual(es, en);
    }

    @Override
    public Bilingual label() {
        return label;
    }
}

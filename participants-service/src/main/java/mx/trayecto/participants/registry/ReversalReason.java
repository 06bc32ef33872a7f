package mx.trayecto.participants.registry;

import com.fasterxml.jackson.annotation.JsonProperty;

import mx.trayecto.participants.codelists.Coded;
import mx.trayecto.platform.text.Bilingual;

/** Why a merge is taken back. */
enum ReversalReason implements Coded {
    @JsonProperty("different-persons")
    DIFFERENT_PERSONS("Son personas distintas", "They are different persons"),
    @JsonProperty("wrong-record")
    WRONG_RECORD("Se eligió el registro equivocado", "The wrong record was chosen");

    private final Bilingual label;

    ReversalReason(String es, String en) {
        label = new Bilingual(es, en);
    }

    @Override
    public Bilingual label() {
        return label;
    }
}

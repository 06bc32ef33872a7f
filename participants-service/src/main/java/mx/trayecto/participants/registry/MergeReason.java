package mx.trayecto.participants.registry;

import com.fasterxml.jackson.annotation.JsonProperty;

import mx.trayecto.participants.codelists.Coded;
import mx.trayecto.platform.text.Bilingual;

/** Why a woman had two records. */
public enum MergeReason implements Coded {
    @JsonProperty("registered-twice")
    REGISTERED_TWICE("Se registró dos veces", "She was registered twice"),
    @JsonProperty("other-system")
    OTHER_SYSTEM("La registró también otro sistema", "Another system registered her too"),
    @JsonProperty("name-changed")
    NAME_CHANGED("Cambió de nombre o de documentos", "Her name or her documents changed");

    private final Bilingual label;

    MergeReason(String es, String en) {
        label = new Bilingual(es, en);
    }

    @Override
    public Bilingual label() {
        return label;
    }
}

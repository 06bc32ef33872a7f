package mx.trayecto.participants.arco;

import com.fasterxml.jackson.annotation.JsonProperty;

import mx.trayecto.participants.codelists.Coded;
import mx.trayecto.platform.text.Bilingual;

/** Where a request stands. */
enum ArcoStatus implements Coded {
    @JsonProperty("received")
    RECEIVED("Recibida, por contestar", "Received, to be answered"),
    /** For information that she was asked for; the clock is stopped. */
    @JsonProperty("waiting")
    WAITING("En espera de información de la titular", "Waiting for information from her"),
    @JsonProperty("lapsed")
    LAPSED("No presentada: no llegó la información", "Lapsed: the information did not come"),
    @JsonProperty("referred")
    REFERRED("Orientada a la autoridad competente", "Referred to the competent authority"),
    @JsonProperty("refused")
    REFUSED("Improcedente", "Refused"),
    @JsonProperty("granted")
    GRANTED("Procedente, por hacerse efectiva", "Granted, to be carried out"),
    @JsonProperty("blocked")
    BLOCKED("Datos bloqueados", "Data blocked"),
    @JsonProperty("done")
    DONE("Hecha efectiva", "Carried out");

    private final Bilingual label;

    ArcoStatus(String es, String en) {
        label = new Bilingual(es, en);
    }

    @Override
    public Bilingual label() {
        return label;
    }
}

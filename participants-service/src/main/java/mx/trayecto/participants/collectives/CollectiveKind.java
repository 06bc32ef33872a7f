package mx.trayecto.participants.collectives;

import com.fasterxml.jackson.annotation.JsonProperty;

import mx.trayecto.participants.codelists.Coded;
import mx.trayecto.platform.text.Bilingual;

/** What kind of collective it is. */
enum CollectiveKind implements Coded {
    @JsonProperty("cooperative")
    COOPERATIVE("Cooperativa", "Cooperative"),
    @JsonProperty("productive-network")
    PRODUCTIVE_NETWORK("Red productiva", "Productive network");

    private final Bilingual label;

    CollectiveKind(String es, String en) {
        label = new Bilingual(es, en);
    }

    @Override
    public Bilingual label() {
        return label;
    }
}

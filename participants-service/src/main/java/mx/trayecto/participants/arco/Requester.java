package mx.trayecto.participants.arco;

import com.fasterxml.jackson.annotation.JsonProperty;

import mx.trayecto.participants.codelists.Coded;
import mx.trayecto.platform.text.Bilingual;

/** Who exercises the right. */
enum Requester implements Coded {
    @JsonProperty("herself")
    HERSELF("La titular", "The person herself"),
    @JsonProperty("representative")
    REPRESENTATIVE("Representante", "A representative"),
    @JsonProperty("guardian")
    GUARDIAN("Quien ejerce la patria potestad o tutela", "Her parent or guardian"),
    @JsonProperty("heir")
    HEIR("Quien acredita interés jurídico por una persona fallecida", "Somebody with a legal interest after her death");

    private final Bilingual label;

    Requester(String es, String en) {
        label = new Bilingual(es, en);
    }

    @Override
    public Bilingual label() {
        return label;
    }
}

package mx.trayecto.participants.attributes;

import com.fasterxml.jackson.annotation.JsonProperty;

import mx.trayecto.participants.codelists.Coded;
import mx.trayecto.platform.text.Bilingual;

/** Civil status, after INEGI's census categories. */
public enum CivilStatus implements Coded {
    @JsonProperty("single")
    SINGLE("Soltera", "Single"),
    @JsonProperty("married")
    MARRIED("Casada", "Married"),
    @JsonProperty("free-union")
    FREE_UNION("Unión libre", "Free union"),
    @JsonProperty("separated")
    SEPARATED("Separada", "Separated"),
    @JsonProperty("divorced")
    DIVORCED("Divorciada", "Divorced"),
    @JsonProperty("widowed")
    WIDOWED("Viuda", "Widowed");

    private final Bilingual label;

    CivilStatus(String es, String en) {
        label = new Bilingual(es, en);
    }

    @Override
    public Bilingual label() {
        return label;
    }
}

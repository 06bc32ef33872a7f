package mx.trayecto.participants.duplicates;

import com.fasterxml.jackson.annotation.JsonProperty;

import mx.trayecto.participants.codelists.Coded;
import mx.trayecto.platform.text.Bilingual;

/** Why two records are taken to be of two women. */
enum DismissalReason implements Coded {
    @JsonProperty("different-persons")
    DIFFERENT_PERSONS("Son personas distintas", "They are different persons"),
    @JsonProperty("relatives")
    RELATIVES("Son familiares", "They are relatives"),
    @JsonProperty("not-enough-data")
    NOT_ENOUGH_DATA("No hay datos suficientes para unirlas", "There are not enough data to merge them"),
    @JsonProperty("merge-reversed")
    MERGE_REVERSED("Se unieron por error y se separaron", "They were merged in error and parted again");

    private final Bilingual label;

    DismissalReason(String es, String en) {
        label = new Bilingual(es, en);
    }

    @Override
    public Bilingual label() {
        return label;
    }
}

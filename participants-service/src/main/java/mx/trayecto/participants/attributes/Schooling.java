package mx.trayecto.participants.attributes;

import com.fasterxml.jackson.annotation.JsonProperty;

import mx.trayecto.participants.codelists.Coded;
import mx.trayecto.platform.text.Bilingual;

/** The highest level of schooling completed, after INEGI's census categories. */
public enum Schooling implements Coded {
    @JsonProperty("none")
    NONE("Sin escolaridad", "None"),
    @JsonProperty("preschool")
    PRESCHOOL("Preescolar", "Preschool"),
    @JsonProperty("primary")
    PRIMARY("Primaria", "Primary"),
    @JsonProperty("secondary")
    SECONDARY("Secundaria", "Lower secondary"),
    @JsonProperty("technical")
    TECHNICAL("Estudios técnicos o comerciales", "Technical or commercial"),
    @JsonProperty("upper-secondary")
    UPPER_SECONDARY("Preparatoria o bachillerato", "Upper secondary"),
    @JsonProperty("teacher-training")
    TEACHER_TRAINING("Normal", "Teacher training"),
    @JsonProperty("undergraduate")
    UNDERGRADUATE("Licenciatura", "Undergraduate"),
    @JsonProperty("postgraduate")
    POSTGRADUATE("Posgrado", "Postgraduate");

    private final Bilingual label;

    Schooling(String es, String en) {
        label = new Bilingual(es, en);
    }

    @Override
    public Bilingual label() {
        return label;
    }
}

package mx.trayecto.participants.attributes;

import com.fasterxml.jackson.annotation.JsonProperty;

import mx.trayecto.participants.codelists.Coded;
import mx.trayecto.platform.text.Bilingual;

/** What stands between a person and taking part. Health and violence are left out on purpose: they are sensitive. */
public enum Barrier implements Coded {
    @JsonProperty("childcare")
    CHILDCARE("Cuidado de hijas e hijos", "Childcare"),
    @JsonProperty("care-of-others")
    CARE_OF_OTHERS("Cuidado de otras personas", "Care of others"),
    @JsonProperty("time")
    TIME("Falta de tiempo", "Lack of time"),
    @JsonProperty("distance")
    DISTANCE("Distancia", "Distance"),
    @JsonProperty("transport")
    TRANSPORT("Transporte", "Transport"),
    @JsonProperty("cost")
    COST("Costo", "Cost"),
    @JsonProperty("connectivity")
    CONNECTIVITY("Sin conexión a internet", "No internet connection"),
    @JsonProperty("device")
    DEVICE("Sin computadora o teléfono", "No computer or phone"),
    @JsonProperty("digital-skills")
    DIGITAL_SKILLS("Habilidades digitales", "Digital skills"),
    @JsonProperty("literacy")
    LITERACY("Lectura y escritura", "Reading and writing"),
    @JsonProperty("language")
    LANGUAGE("Idioma", "Language"),
    @JsonProperty("documents")
    DOCUMENTS("Falta de documentos", "Missing documents"),
    @JsonProperty("permission")
    PERMISSION("Oposición de la familia", "Opposition in the family"),
    @JsonProperty("accessibility")
    ACCESSIBILITY("Accesibilidad del lugar", "Accessibility of the place");

    private final Bilingual label;

    Barrier(String es, String en) {
        label = new Bilingual(es, en);
    }

    @Override
    public Bilingual label() {
        return label;
    }
}

package mx.trayecto.participants.attributes;

import com.fasterxml.jackson.annotation.JsonProperty;

import mx.trayecto.participants.codelists.Coded;
import mx.trayecto.platform.text.Bilingual;

/** Situation of migration or asylum. Sensitive: it can put a person at risk. */
public enum Migration implements Coded {
    @JsonProperty("none")
    NONE("No es migrante", "Not a migrant"),
    @JsonProperty("internal")
    INTERNAL("Migrante interna", "Internal migrant"),
    @JsonProperty("displaced")
    DISPLACED("Desplazada interna", "Internally displaced"),
    @JsonProperty("returned")
    RETURNED("Retornada", "Returned"),
    @JsonProperty("temporary-resident")
    TEMPORARY_RESIDENT("Residente temporal", "Temporary resident"),
    @JsonProperty("permanent-resident")
    PERMANENT_RESIDENT("Residente permanente", "Permanent resident"),
    @JsonProperty("humanitarian-visitor")
    HUMANITARIAN_VISITOR("Visitante por razones humanitarias", "Visitor on humanitarian grounds"),
    @JsonProperty("asylum-seeker")
    ASYLUM_SEEKER("Solicitante de la condición de refugiada", "Asylum seeker"),
    @JsonProperty("refugee")
    REFUGEE("Refugiada", "Refugee"),
    @JsonProperty("complementary-protection")
    COMPLEMENTARY_PROTECTION("Protección complementaria", "Complementary protection"),
    @JsonProperty("in-transit")
    IN_TRANSIT("En tránsito", "In transit"),
    @JsonProperty("undocumented")
    UNDOCUMENTED("Sin documentos migratorios", "Undocumented");

    private final Bilingual label;

    Migration(String es, String en) {
        label = new Bilingual(es, en);
    }

    @Override
    public Bilingual label() {
        return label;
    }
}

package mx.trayecto.participants.collectives;

import com.fasterxml.jackson.annotation.JsonProperty;

import mx.trayecto.participants.codelists.Coded;
import mx.trayecto.platform.text.Bilingual;

/** The legal form of a collective under Mexican law. */
enum LegalForm implements Coded {
    @JsonProperty("none")
    NONE("Sin constituir", "Not constituted"),
    @JsonProperty("cooperative-society")
    COOPERATIVE_SOCIETY("Sociedad cooperativa (S. C. de R. L.)", "Cooperative society (S. C. de R. L.)"),
    @JsonProperty("rural-production-society")
    RURAL_PRODUCTION_SOCIETY("Sociedad de producción rural (S. P. R.)", "Rural production society (S. P. R.)"),
    @JsonProperty("social-solidarity-society")
    SOCIAL_SOLIDARITY_SOCIETY("Sociedad de solidaridad social (S. S. S.)", "Social solidarity society (S. S. S.)"),
    @JsonProperty("women-agrarian-unit")
    WOMEN_AGRARIAN_UNIT("Unidad agrícola industrial de la mujer (UAIM)", "Women's agro-industrial unit (UAIM)"),
    @JsonProperty("microenterprise-society")
    MICROENTERPRISE_SOCIETY("Sociedad de microindustria (S. de R. L. Mi.)", "Microindustry society (S. de R. L. Mi.)"),
    @JsonProperty("simplified-share-company")
    SIMPLIFIED_SHARE_COMPANY("Sociedad por acciones simplificada (S. A. S.)", "Simplified share company (S. A. S.)"),
    @JsonProperty("limited-company")
    LIMITED_COMPANY("Sociedad mercantil (S. A. o S. de R. L.)", "Commercial company (S. A. or S. de R. L.)"),
    @JsonProperty("civil-association")
    CIVIL_ASSOCIATION("Asociación civil (A. C.)", "Civil association (A. C.)"),
    @JsonProperty("civil-society")
    CIVIL_SOCIETY("Sociedad civil (S. C.)", "Civil company (S. C.)"),
    @JsonProperty("other")
    OTHER("Otra", "Other");

    private final Bilingual label;

    LegalForm(String es, String en) {
        label = new Bilingual(es, en);
    }

    @Override
    public Bilingual label() {
        return label;
    }
}

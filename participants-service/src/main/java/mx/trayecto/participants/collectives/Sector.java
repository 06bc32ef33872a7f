package mx.trayecto.participants.collectives;

import com.fasterxml.jackson.annotation.JsonProperty;

import mx.trayecto.participants.codelists.Coded;
import mx.trayecto.platform.text.Bilingual;

/** What a collective makes or offers, in the words of programmes for women's economy. */
enum Sector implements Coded {
    @JsonProperty("agriculture")
    AGRICULTURE("Agricultura", "Agriculture"),
    @JsonProperty("livestock")
    LIVESTOCK("Ganadería y apicultura", "Livestock and beekeeping"),
    @JsonProperty("fishing")
    FISHING("Pesca y acuacultura", "Fishing and aquaculture"),
    @JsonProperty("forestry")
    FORESTRY("Aprovechamiento forestal", "Forestry"),
    @JsonProperty("food")
    FOOD("Alimentos y bebidas", "Food and drink"),
    @JsonProperty("textiles")
    TEXTILES("Textiles y ropa", "Textiles and clothing"),
    @JsonProperty("crafts")
    CRAFTS("Artesanías", "Crafts"),
    @JsonProperty("manufacturing")
    MANUFACTURING("Otras manufacturas", "Other manufacturing"),
    @JsonProperty("construction")
    CONSTRUCTION("Construcción y oficios", "Construction and trades"),
    @JsonProperty("commerce")
    COMMERCE("Comercio", "Commerce"),
    @JsonProperty("tourism")
    TOURISM("Turismo", "Tourism"),
    @JsonProperty("care")
    CARE("Cuidados", "Care"),
    @JsonProperty("beauty")
    BEAUTY("Belleza y cuidado personal", "Beauty and personal care"),
    @JsonProperty("technology")
    TECHNOLOGY("Tecnología", "Technology"),
    @JsonProperty("services")
    SERVICES("Otros servicios", "Other services"),
    @JsonProperty("other")
    OTHER("Otro", "Other");

    private final Bilingual label;

    Sector(String es, String en) {
        label = new Bilingual(es, en);
    }

    @Override
    public Bilingual label() {
        return label;
    }
}

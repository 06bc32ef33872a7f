package mx.trayecto.participants.finding;

import com.fasterxml.jackson.annotation.JsonProperty;

import mx.trayecto.participants.codelists.Coded;
import mx.trayecto.platform.text.Bilingual;

/** Why two records may be of one woman, or what stands out between them. */
public enum Trait implements Coded {
    @JsonProperty("given-name-same")
    GIVEN_NAME_SAME("Mismo nombre de pila", "Same given name"),
    @JsonProperty("given-name-maria")
    GIVEN_NAME_MARIA("Mismo nombre; María abreviada u omitida", "Same given name; María abbreviated or left out"),
    @JsonProperty("given-name-sound")
    GIVEN_NAME_SOUND("El nombre de pila suena igual", "The given name sounds the same"),
    @JsonProperty("given-name-spelling")
    GIVEN_NAME_SPELLING("El nombre de pila difiere en una letra", "The given name differs by one letter"),
    @JsonProperty("given-name-part")
    GIVEN_NAME_PART("Comparten parte del nombre de pila", "Part of the given name is the same"),
    @JsonProperty("surnames-same")
    SURNAMES_SAME("Mismos apellidos", "Same surnames"),
    @JsonProperty("surnames-swapped")
    SURNAMES_SWAPPED("Apellidos en otro orden", "Surnames in the other order"),
    @JsonProperty("surname-sound")
    SURNAME_SOUND("Un apellido suena igual", "A surname sounds the same"),
    @JsonProperty("surname-spelling")
    SURNAME_SPELLING("Un apellido difiere en una letra", "A surname differs by one letter"),
    @JsonProperty("surname-one")
    SURNAME_ONE("Solo un apellido coincide", "Only one surname is the same"),
    @JsonProperty("second-surname-missing")
    SECOND_SURNAME_MISSING("Falta un segundo apellido", "A second surname is missing"),
    @JsonProperty("birth-date-same")
    BIRTH_DATE_SAME("Misma fecha de nacimiento", "Same birth date"),
    @JsonProperty("birth-date-swapped")
    BIRTH_DATE_SWAPPED("Día y mes de nacimiento invertidos", "Day and month of birth exchanged"),
    @JsonProperty("birth-date-one-part")
    BIRTH_DATE_ONE_PART(
            "La fecha de nacimiento difiere en el día, el mes o el año",
            "The birth date differs in its day, its month or its year"),
    @JsonProperty("phone-same")
    PHONE_SAME("Mismo teléfono", "Same phone"),
    @JsonProperty("municipality-same")
    MUNICIPALITY_SAME("Mismo municipio de residencia", "Same municipality of residence");

    private final Bilingual label;

    Trait(String es, String en) {
        label = new Bilingual(es, en);
    }

    @Override
    public Bilingual label() {
        return label;
    }
}

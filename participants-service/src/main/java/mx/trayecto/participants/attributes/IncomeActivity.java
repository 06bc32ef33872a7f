package mx.trayecto.participants.attributes;

import com.fasterxml.jackson.annotation.JsonProperty;

import mx.trayecto.participants.codelists.Coded;
import mx.trayecto.platform.text.Bilingual;

/** What a person mainly lives on or does for an income. */
public enum IncomeActivity implements Coded {
    @JsonProperty("employee")
    EMPLOYEE("Empleada", "Employee"),
    @JsonProperty("domestic-work")
    DOMESTIC_WORK("Trabajo del hogar remunerado", "Paid domestic work"),
    @JsonProperty("day-labour")
    DAY_LABOUR("Jornalera o peona", "Day labour"),
    @JsonProperty("self-employed")
    SELF_EMPLOYED("Trabajadora por cuenta propia", "Self-employed"),
    @JsonProperty("business-owner")
    BUSINESS_OWNER("Dueña de negocio con personal", "Business owner with staff"),
    @JsonProperty("unpaid-family-work")
    UNPAID_FAMILY_WORK("Trabajo familiar sin pago", "Unpaid family work"),
    @JsonProperty("unpaid-care")
    UNPAID_CARE("Trabajo del hogar y de cuidados sin pago", "Unpaid housework and care"),
    @JsonProperty("seeking")
    SEEKING("Busca trabajo", "Seeking work"),
    @JsonProperty("studying")
    STUDYING("Estudia", "Studying"),
    @JsonProperty("retired")
    RETIRED("Jubilada o pensionada", "Retired"),
    @JsonProperty("unable")
    UNABLE("No puede trabajar", "Unable to work"),
    @JsonProperty("other")
    OTHER("Otra", "Other");

    private final Bilingual label;

    IncomeActivity(String es, String en) {
        label = new Bilingual(es, en);
    }

    @Override
    public Bilingual label() {
        return label;
    }
}

package mx.trayecto.participants.arco;

import com.fasterxml.jackson.annotation.JsonProperty;

import mx.trayecto.participants.codelists.Coded;
import mx.trayecto.platform.text.Bilingual;

/** What is done with a request. */
enum Step implements Coded {
    @JsonProperty("filed")
    FILED("Presentada", "Filed"),
    @JsonProperty("prevented")
    PREVENTED("Se pidió información", "Information was asked for"),
    @JsonProperty("completed")
    COMPLETED("Llegó la información", "The information came"),
    @JsonProperty("lapsed")
    LAPSED("No llegó la información", "The information did not come"),
    @JsonProperty("extended")
    EXTENDED("Plazo ampliado", "Time extended"),
    @JsonProperty("referred")
    REFERRED("Orientada a otra autoridad", "Referred to another authority"),
    @JsonProperty("granted")
    GRANTED("Procedente", "Granted"),
    @JsonProperty("refused")
    REFUSED("Improcedente", "Refused"),
    @JsonProperty("exported")
    EXPORTED("Datos entregados", "Data handed over"),
    @JsonProperty("rectified")
    RECTIFIED("Datos corregidos", "Data corrected"),
    @JsonProperty("blocked")
    BLOCKED("Datos bloqueados", "Data blocked"),
    @JsonProperty("suppressed")
    SUPPRESSED("Datos suprimidos", "Data suppressed"),
    @JsonProperty("opposed")
    OPPOSED("Usos detenidos", "Uses stopped");

    private final Bilingual label;

    Step(String es, String en) {
        label = new Bilingual(es, en);
    }

    @Override
    public Bilingual label() {
        return label;
    }
}

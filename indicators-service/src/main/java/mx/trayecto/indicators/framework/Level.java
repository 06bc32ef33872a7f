package mx.trayecto.indicators.framework;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Levels of results, in the words of donors and IATI and in those of the MIR. */
@Schema(name = "ResultLevel")
enum Level {
    @JsonProperty("impact")
    IMPACT,
    @JsonProperty("outcome")
    OUTCOME,
    @JsonProperty("output")
    OUTPUT,
    @JsonProperty("fin")
    FIN,
    @JsonProperty("proposito")
    PROPOSITO,
    @JsonProperty("componente")
    COMPONENTE,
    @JsonProperty("actividad")
    ACTIVIDAD
}

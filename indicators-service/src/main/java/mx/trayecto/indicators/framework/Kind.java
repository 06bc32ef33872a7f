package mx.trayecto.indicators.framework;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** For whom the framework is kept. */
@Schema(name = "FrameworkKind")
enum Kind {
    @JsonProperty("donor")
    DONOR,
    @JsonProperty("mir")
    MIR,
    @JsonProperty("iati")
    IATI
}

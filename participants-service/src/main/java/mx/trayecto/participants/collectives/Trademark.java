package mx.trayecto.participants.collectives;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.participants.codelists.Coded;
import mx.trayecto.platform.text.Bilingual;
import mx.trayecto.platform.text.Text;

/**
 * A collective's trademark at the IMPI.
 *
 * @param on when it was filed, registered, refused or lapsed
 */
@Schema(name = "Trademark", description = "The collective's trademark at the IMPI; a registered one has its number")
record Trademark(
        @NotNull Status status,
        @Text(max = 200) String name,

        @Pattern(regexp = "^[0-9A-Za-z][0-9A-Za-z./-]{0,29}$")
        @Schema(description = "The file's or the registration's number")
        String number,

        @Schema(description = "When it came to this status") LocalDate on) {

    /** How far it has come. */
    @Schema(name = "TrademarkStatus")
    enum Status implements Coded {
        @JsonProperty("planned")
        PLANNED("Prevista", "Planned"),
        @JsonProperty("filed")
        FILED("Solicitada", "Filed"),
        @JsonProperty("registered")
        REGISTERED("Registrada", "Registered"),
        @JsonProperty("refused")
        REFUSED("Negada", "Refused"),
        @JsonProperty("lapsed")
        LAPSED("Caducada", "Lapsed");

        private final Bilingual label;

        Status(String es, String en) {
            label = new Bilingual(es, en);
        }

        @Override
        public Bilingual label() {
            return label;
        }
    }
}

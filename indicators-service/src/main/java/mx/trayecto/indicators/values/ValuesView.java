package mx.trayecto.indicators.values;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.indicators.figure.FigureValue;
import mx.trayecto.indicators.statement.Statement;
import mx.trayecto.platform.text.Bilingual;

/**
 * An indicator's figures in a period.
 *
 * @param total computed; distinct over everything, so it need not be the sum of the cells
 * @param reported the accepted reported value, where there is one
 * @param asOf time of the latest event included
 * @param incomplete keys whose events wait, and records that have no readable key
 */
@Schema(name = "IndicatorValues")
record ValuesView(
        UUID indicator,
        String code,
        Bilingual unit,
        String period,
        String by,
        Source source,
        FigureValue total,
        List<ValueCell> cells,
        Statement reported,
        Integer measureVersion,
        Instant asOf,
        long incomplete) {

    @Schema(name = "FigureSource")
    enum Source {
        @JsonProperty("computed")
        COMPUTED,
        @JsonProperty("reported")
        REPORTED
    }
}

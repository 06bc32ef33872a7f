package mx.trayecto.participants.arco;

import java.time.LocalDate;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.text.Text;

/**
 * Carries a granted request out.
 *
 * @param changes of a rectification: a merge patch as for a change of the person
 * @param proofReference of a rectification: where the document is kept that shows the correct data
 */
@Schema(name = "CarryOutArcoRequest")
record CarryOut(
        @Schema(description = "Today where absent") LocalDate on,

        @Schema(
                ref = "RegisterParticipantPatch",
                description = "Of a rectification: what becomes of her data, as in changeParticipant")
        JsonNode changes,

        @Text(max = 200) @Schema(description = "Of a rectification: where the document is kept that shows it")
        String proofReference,

        @Text(max = 2000, free = true) @Schema(description = "Sealed under her own key")
        String note) {}

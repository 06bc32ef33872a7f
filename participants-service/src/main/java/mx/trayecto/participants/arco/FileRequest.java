package mx.trayecto.participants.arco;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

import mx.trayecto.participants.consents.Purpose;
import mx.trayecto.platform.text.Text;

/**
 * A request as it came in.
 *
 * @param proofReference where the proof of the requester's identity is kept (and of representation, where it applies)
 */
@Schema(
        name = "FileArcoRequest",
        description = "A request to know, correct, cancel or oppose. The texts are sealed under her own key.")
record FileRequest(
        @NotNull UUID participant,
        @NotNull ArcoKind kind,

        @Schema(description = "Today where absent") LocalDate receivedOn,

        @NotNull Requester requester,
        @NotNull @Text(max = 200) String proofReference,

        @Text(max = 2000, free = true) @Schema(description = "What is asked for, in the requester's words")
        String details,

        @Size(max = 10) @UniqueElements @Schema(description = "Of an opposition: the purposes that she opposes")
        List<@NotNull Purpose> purposes) {

    FileRequest {
        purposes = purposes == null ? List.of() : List.copyOf(purposes);
    }
}

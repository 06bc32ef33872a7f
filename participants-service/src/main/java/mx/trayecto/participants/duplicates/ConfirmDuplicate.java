package mx.trayecto.participants.duplicates;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a pair is of one woman. */
@Schema(description = "That both records are of one woman")
record ConfirmDuplicate(
        @Schema(
                description =
                        "The one of the two that stands for both from now on: the other is merged into it in the same"
                                + " act. Left out, nothing is merged yet")
        UUID survivor) {}

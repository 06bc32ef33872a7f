package mx.trayecto.participants.duplicates;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a pair is of two women. */
@Schema(
        description =
                "Why the two records are taken to be of two women; `merge-reversed` is set by the reversal itself")
record DismissDuplicate(@NotNull DismissalReason reason) {}

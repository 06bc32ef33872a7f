package mx.trayecto.participants.registry;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a merge is taken back. */
@Schema(description = "Why the merge is taken back")
record ReverseMerge(@NotNull ReversalReason reason) {}

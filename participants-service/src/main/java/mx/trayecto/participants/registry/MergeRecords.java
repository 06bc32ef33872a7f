package mx.trayecto.participants.registry;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which record is taken over, and why there were two. */
@Schema(description = "Which record is taken over by the one in the path, and why there were two")
public record MergeRecords(
        @NotNull
        @Schema(description = "The record taken over; it keeps its id, under which the other is read from now on")
        UUID record,

        @NotNull MergeReason reason) {}

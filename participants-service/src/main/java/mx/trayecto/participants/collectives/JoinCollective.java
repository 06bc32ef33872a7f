package mx.trayecto.participants.collectives;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A woman who is in a collective. */
record JoinCollective(
        @NotNull UUID participant,
        @NotNull MemberRole role,

        @Schema(description = "Since when, in this role; today where absent")
        LocalDate joinedOn) {}

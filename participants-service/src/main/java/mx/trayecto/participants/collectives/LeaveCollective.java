package mx.trayecto.participants.collectives;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The end of a membership, or of a role: another role is another membership from then on. */
record LeaveCollective(
        @Schema(description = "Her last day; today where absent")
        LocalDate on) {}

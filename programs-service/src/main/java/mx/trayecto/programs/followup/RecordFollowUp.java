package mx.trayecto.programs.followup;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;

import mx.trayecto.platform.text.Text;
import mx.trayecto.programs.field.BusinessDate;

/**
 * A follow-up was made.
 *
 * @param on local to the centre; today where it is not said
 * @param staff who made it, where it was another than the one who records it
 * @param text sealed under the participant's key, and never part of an event
 */
record RecordFollowUp(
        @BusinessDate LocalDate on,
        @NotNull FollowUpKind kind,
        UUID staff,
        @Text(max = 4000, free = true) String text) {}

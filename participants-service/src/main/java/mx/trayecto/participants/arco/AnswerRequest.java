package mx.trayecto.participants.arco;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.text.Text;

/** Whether a request is granted, and why not where it is not. */
@Schema(name = "AnswerArcoRequest")
record AnswerRequest(
        @NotNull Boolean granted,

        @Schema(description = "Today where absent") LocalDate on,

        @Text(max = 2000, free = true) @Schema(description = "Needed where it is refused; sealed under her own key")
        String note) {}

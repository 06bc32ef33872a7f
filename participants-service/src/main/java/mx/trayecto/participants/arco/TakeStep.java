package mx.trayecto.participants.arco;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.text.Text;

/** What was done with a request, and what was told of it. */
@Schema(name = "TakeArcoStep")
record TakeStep(
        @Schema(description = "Today where absent; not before the step before")
        LocalDate on,

        @Text(max = 2000, free = true) @Schema(description = "Sealed under her own key")
        String note) {}

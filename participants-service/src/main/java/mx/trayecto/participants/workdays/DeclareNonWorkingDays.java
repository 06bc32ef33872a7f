package mx.trayecto.participants.workdays;

import java.time.LocalDate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.text.Bilingual;

/** Days on which the tenant does not work besides weekends and those of the law. */
record DeclareNonWorkingDays(
        @NotNull LocalDate firstDay,

        @NotNull @Schema(description = "At most 92 days later")
        LocalDate lastDay,

        @NotNull @Valid Bilingual reason) {
    static final int MOST = 92;
}

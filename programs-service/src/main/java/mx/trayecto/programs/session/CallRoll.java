package mx.trayecto.programs.session;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.programs.field.Distinct;

/** The roll of a whole session. */
record CallRoll(
        @NotEmpty @Size(max = 500) @Distinct(by = "enrollment")
        List<@NotNull @Valid Entry> entries) {
    /**
     * One woman's attendance.
     *
     * @param hours of the session's hours; all of them where she attended and nothing is said
     */
    @Schema(name = "RollEntry")
    record Entry(
            @NotNull UUID enrollment,
            @NotNull Boolean attended,

            @DecimalMin("0") @DecimalMax("24") @Digits(integer = 2, fraction = 2)
            BigDecimal hours) {}
}

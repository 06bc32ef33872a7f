package mx.trayecto.programs.session;

import java.math.BigDecimal;
import java.util.UUID;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;

/**
 * A row of an import of attendances.
 *
 * @param hours of the session's hours; all of them where she attended and nothing is said
 */
record ImportAttendance(
        @NotNull UUID session,
        @NotNull UUID enrollment,
        @NotNull Boolean attended,

        @DecimalMin("0") @DecimalMax("24") @Digits(integer = 2, fraction = 2)
        BigDecimal hours) {}

package mx.trayecto.programs.mentorship;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import mx.trayecto.programs.field.BusinessDate;
import mx.trayecto.programs.field.Distinct;

/**
 * A mentor met those she accompanies.
 *
 * @param on local to the mentor's centre; today where it is not said
 * @param mentees who came; all of hers where it is not said
 */
record RecordMentoring(
        @BusinessDate LocalDate on,

        @NotNull @DecimalMin("0.25") @DecimalMax("24") @Digits(integer = 2, fraction = 2)
        BigDecimal hours,

        @Size(max = 100) @Distinct List<@NotNull UUID> mentees) {}

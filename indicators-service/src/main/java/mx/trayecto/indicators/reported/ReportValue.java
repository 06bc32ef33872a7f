package mx.trayecto.indicators.reported;

import java.math.BigDecimal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.indicators.period.Period;
import mx.trayecto.indicators.statement.Statement;
import mx.trayecto.platform.text.Bilingual;
import mx.trayecto.platform.text.DocumentReference;
import mx.trayecto.platform.text.Text;

/**
 * An actual as a person reports it, or as it was declared elsewhere.
 *
 * @param period absent for the whole term
 * @param value the actual
 * @param percent achievement as declared; only this tells it where the target is a text
 * @param label achievement in words as declared ("Meta lograda")
 */
@Schema(description = "At least one of value, percent and label")
record ReportValue(
        @Pattern(regexp = Period.PATTERN, message = Period.MESSAGE)
        String period,

        @Valid Statement value,

        @Digits(integer = 8, fraction = 2) @DecimalMin("0") @DecimalMax("99999999")
        BigDecimal percent,

        @Valid Bilingual label,
        @NotNull @Valid DocumentReference evidence,
        @Text(max = 2000, free = true) String note) {}

package mx.trayecto.indicators.statement;

import java.math.BigDecimal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.indicators.fact.Qualifier;
import mx.trayecto.indicators.period.Period;
import mx.trayecto.platform.text.Bilingual;

/**
 * A baseline, a target or a reported actual: a number, a text ("4 horas", "1 documento") or not applicable. What was not
 * stated is absent; it is never zero.
 *
 * @param number present exactly where the kind is {@code number}
 * @param text present exactly where the kind is {@code text}
 * @param qualifier how the number was stated; exact where absent
 * @param period the period it is stated for; absent for the whole term
 * @param cumulative whether it counts everything up to the end of its period, instead of within it
 */
@Schema(
        name = "StatedValue",
        description = "A number, a text or not applicable; what was not stated is absent, never zero")
public record Statement(
        @NotNull Kind kind,

        @Digits(integer = 14, fraction = 4) @DecimalMin("-99999999999999") @DecimalMax("99999999999999")
        BigDecimal number,

        @Valid Bilingual text,
        Qualifier qualifier,

        @Pattern(regexp = Period.PATTERN, message = Period.MESSAGE)
        String period,

        Boolean cumulative) {

    /** What is stated. */
    @Schema(name = "StatedValueKind")
    public enum Kind {
        @JsonProperty("number")
        NUMBER,
        @JsonProperty("text")
        TEXT,
        @JsonProperty("notApplicable")
        NOT_APPLICABLE
    }

    /** Whether number and text are there where the kind says so, and only there. */
    public boolean coherent() {
        return (number != null) == (kind == Kind.NUMBER)
                && (text != null) == (kind == Kind.TEXT)
                && (qualifier == null || kind == Kind.NUMBER);
    }

    /** The name of the period it is stated for, however that was written. */
    public String periodName() {
        return Period.parse(period).text();
    }

    /** Stated for the whole term. */
    public boolean ofWholeTerm() {
        return period == null || period.equals(Period.ALL.text());
    }

    public static Statement number(BigDecimal number, Qualifier qualifier) {
        return new Statement(Kind.NUMBER, number, null, qualifier == Qualifier.EXACT ? null : qualifier, null, null);
    }
}

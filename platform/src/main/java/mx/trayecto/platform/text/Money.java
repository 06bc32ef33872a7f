package mx.trayecto.platform.text;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An amount of money on the wire.
 *
 * @param amount decimal text with at most two places, so that no reader turns it into a binary fraction
 * @param currency ISO 4217 code
 */
public record Money(
        @NotNull @Pattern(regexp = "-?\\d{1,15}(\\.\\d{1,2})?")
        String amount,

        @NotNull @Currency @Schema(pattern = "^[A-Z]{3}$", description = "ISO 4217, of money in use or once in use")
        String currency) {}

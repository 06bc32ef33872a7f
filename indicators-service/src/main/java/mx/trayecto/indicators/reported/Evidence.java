package mx.trayecto.indicators.reported;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.text.Text;

/**
 * What a reported value rests on: a document that is kept elsewhere.
 *
 * @param reference where it is found: a file number, a link
 * @param sha256 its hash, 64 hexadecimal digits
 */
@Schema(name = "EvidenceReference", description = "A document that is kept elsewhere")
record Evidence(
        @NotNull @Text(max = 200) String title,
        @Text(max = 500) String reference,
        @Pattern(regexp = "[0-9a-f]{64}") String sha256) {}

package mx.trayecto.participants.registry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.participants.references.Reference;
import mx.trayecto.platform.text.Text;

/**
 * Whom to look for; all that is given must fit. The criteria travel in the body, so that nothing personal stands in a URL
 * or an access log.
 */
@Schema(description = "Whom to look for; all criteria given must fit, at least one is needed")
record FindParticipants(
        @Text(max = 160)
        @Schema(
                description = "Words of her names in any order: as written, as they sound, or their first three letters"
                        + " and more")
        String name,

        @Pattern(regexp = RegisterParticipant.PHONE) String phone,
        @Size(min = 18, max = 18) String curp,
        @Valid Reference reference,
        @Min(1) @Max(50) @Schema(defaultValue = "20") Integer limit) {

    FindParticipants {
        limit = limit == null ? 20 : limit;
    }

    boolean says() {
        return name != null || phone != null || curp != null || reference != null;
    }
}

package mx.trayecto.participants.notices;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A version of the tenant's privacy notice (LGPDPPSO, aviso de privacidad).
 *
 * @param noticeVersion what consents name it by
 * @param validFrom the first day on which it may be shown; also in the past, for notices older than this registry
 */
@Schema(description = "A version of the tenant's privacy notice. It is never changed: a new text is a new version.")
record PublishNotice(
        @NotNull @Pattern(regexp = VERSION) String noticeVersion,
        @NotNull LocalDate validFrom,

        @NotNull
        @Size(min = 1, max = 10)
        @Schema(description = "One text for each purpose that the notice asks consent for")
        List<@NotNull @Valid PurposeText> purposes) {
    static final String VERSION = "^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$";
}

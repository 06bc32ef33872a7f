package mx.trayecto.participants.consents;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A consent given or withdrawn for one purpose.
 *
 * @param noticeVersion which privacy notice she was shown
 * @param at when she did so; now where absent
 */
@Schema(
        description =
                "A consent given (`granted: true`) or withdrawn (`granted: false`). Sensitive data need a written channel:"
                        + " `paper`, `portal` or `mobile`. Of a person under 18 the guardian's is recorded.")
public record GiveConsent(
        @NotNull Purpose purpose,

        @NotNull @Pattern(regexp = "^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$")
        String noticeVersion,

        @NotNull Channel channel,
        @NotNull Boolean granted,
        Instant at) {

    public GiveConsent {
        at = at == null ? null : at.truncatedTo(ChronoUnit.MICROS); // as the database keeps it
    }

    /** Her no to a purpose, told in a written request (LGPDPPSO, right of opposition). */
    public static GiveConsent opposed(Purpose purpose) {
        return new GiveConsent(purpose, "arco", Channel.PAPER, false, null);
    }

    /** Sensitive data need consent that is express and written (LGPDPPSO); a withdrawal may come any way. */
    public boolean valid() {
        return !granted || purpose != Purpose.SENSITIVE_DATA || channel.written();
    }
}

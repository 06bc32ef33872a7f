package mx.trayecto.participants.consents;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.concurrency.Versioned;

/** A consent as it was given or withdrawn. */
@Schema(name = "Consent")
public record ConsentView(
        UUID id,
        long version,
        UUID participant,
        Purpose purpose,
        String noticeVersion,
        Channel channel,
        boolean granted,
        Instant at,

        @Schema(description = "Given by the guardian, because she was under 18; left out where her record is protected")
        Boolean byGuardian)
        implements Versioned {

    /** @param open whether it may be told that she was under age */
    public static ConsentView of(Consent consent, boolean open) {
        return new ConsentView(
                consent.id,
                consent.version,
                consent.participantId,
                consent.purpose,
                consent.noticeVersion,
                consent.channel,
                consent.granted,
                consent.givenAt,
                open ? consent.byGuardian : null);
    }
}

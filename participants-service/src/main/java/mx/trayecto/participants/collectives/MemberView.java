package mx.trayecto.participants.collectives;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.concurrency.Versioned;

/** A membership; who she is stands in her record. */
@Schema(name = "CollectiveMember")
record MemberView(
        UUID id,
        long version,
        UUID collective,

        @Schema(description = "Her record, or the one that stands for it since a merge")
        UUID participant,

        MemberRole role,
        LocalDate joinedOn,
        LocalDate leftOn,

        @JsonIgnore String variant)
        implements Versioned {

    /** @param participant the record that stands for hers; a merge does not change the membership, but what is shown */
    static MemberView of(Member m, UUID participant) {
        return new MemberView(
                m.id,
                m.version,
                m.collectiveId,
                participant,
                m.role,
                m.joinedOn,
                m.leftOn,
                m.participantId.equals(participant) ? null : String.valueOf(participant));
    }
}

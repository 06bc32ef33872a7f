package mx.trayecto.participants.conflicts;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Live enrolments of one protected woman in one programme, made under two records before they were merged. */
@Schema(
        name = "ProtectedConflict",
        description =
                "Live enrolments of one protected woman in one program, made under records that were merged since")
record ConflictView(
        @Schema(
                description =
                        "The record that stands for her; left out where the caller is limited to centres and does not"
                                + " see it")
        UUID participant,

        UUID program,

        @Schema(description = "Two or more, the earliest first")
        List<UUID> enrollments,

        @Schema(description = "The access under which the caller is told")
        UUID identityAccess) {

    /** By which the list is ordered. */
    UUID first() {
        return enrollments.getFirst();
    }
}

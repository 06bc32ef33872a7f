package mx.trayecto.participants.applications;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.participants.references.Reference;
import mx.trayecto.platform.concurrency.Versioned;

/** An application as its applicant's system may see it. */
@Schema(name = "Application")
record ApplicationView(
        UUID id,
        long version,

        @Schema(description = "Left out where her record is protected, or was made by another system")
        UUID participant,

        UUID cohort,

        @Schema(
                description =
                        "Left out with the participant to everybody but the system that applied: it would lead to her")
        Reference reference,

        LocalDate on,
        ApplicationStatus status,

        @Schema(
                description =
                        "Why it was rejected or withdrawn, as a code; left out with the participant where it tells of"
                                + " her and not of the cohort")
        String reason,

        @Schema(description = "Left out with the participant: it would lead to her record")
        UUID enrollment,

        Instant submittedAt)
        implements Versioned {

    private static final Set<String> OF_THE_COHORT =
            Set.of("unknown-cohort", "cohort-not-open", "cohort-closed", "no-capacity");

    /**
     * @param shown whether the caller may be told which record she has
     * @param system the source system that the caller is; null for staff
     */
    static ApplicationView of(Application a, boolean shown, String system) {
        return new ApplicationView(
                a.id,
                a.version,
                shown ? a.participantId : null,
                a.cohortId,
                shown || system != null && system.equals(a.sourceSystem) ? a.reference() : null,
                a.appliedOn,
                a.status,
                shown || OF_THE_COHORT.contains(a.reason == null ? "" : a.reason) ? a.reason : null,
                shown ? a.enrollmentId : null,
                a.createdAt);
    }
}

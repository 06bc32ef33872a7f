package mx.trayecto.participants.applications;

import java.time.Instant;
import java.time.LocalDate;
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

        @Schema(
                description =
                        "Where it stands. Whoever is not shown the participant is told `submitted`, whatever became"
                                + " of it, and version 0: anything else would tell of her. The portal that registered her"
                                + " is told how its own applications end")
        ApplicationStatus status,

        @Schema(
                description =
                        "Why it was rejected or withdrawn, as a code of the list `application-reason`; left out with the participant")
        String reason,

        @Schema(description = "Left out with the participant: it would lead to her record")
        UUID enrollment,

        Instant submittedAt)
        implements Versioned {

    /**
     * @param shown whether the caller may be told which record she has
     * @param registered whether the caller is the portal that registered her: it is told how its own applications end, since
     *     it is the one that tells her, and not of a second one
     * @param system the source system that the caller is; null for staff
     */
    static ApplicationView of(Application a, boolean shown, boolean registered, String system) {
        boolean told = shown || registered && system.equals(a.sourceSystem) && !a.repeated();
        return new ApplicationView(
                a.id,
                told ? a.version : 0,
                shown ? a.participantId : null,
                a.cohortId,
                shown || system != null && system.equals(a.sourceSystem) ? a.reference() : null,
                a.appliedOn,
                told ? a.status : ApplicationStatus.SUBMITTED,
                shown ? a.reason : null,
                shown ? a.enrollmentId : null,
                a.createdAt);
    }
}

package mx.trayecto.programs.enrollment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.concurrency.Versioned;

/**
 * An enrolment as callers see it. The participant is her random id; who she is, participants-service knows.
 * Which application it came from is left out: that of a protected woman names her reference, and would tie it to her record.
 */
record EnrollmentView(
        UUID id,
        long version,

        @Schema(
                description =
                        "Left out where whoever applied for her did not see her record: it would tie it to her CURP")
        UUID participant,

        UUID program,
        UUID cohort,
        UUID center,
        UUID agreement,
        String sourceSystem,
        EnrollmentStatus status,

        @Schema(description = "Day of the last step, local to the centre")
        LocalDate statusOn,

        @Schema(description = "Number in the order of the waiting list; while waitlisted only")
        Integer waitlistPosition,

        LocalDate offerExpiresOn,
        LocalDate appliedOn,
        LocalDate enrolledOn,

        @Schema(description = "First day of taking part") LocalDate activatedOn,

        LocalDate graduatedOn,

        @Schema(description = "Version of the graduation criteria that she was held against")
        Integer criteriaVersion,

        @Schema(description = "Whether she met them but for what she was excepted from; while graduated only")
        Boolean byException,

        LocalDate endedOn,

        @Schema(description = "Code of the reason of a withdrawal or rejection")
        String reason,

        @Schema(description = "Version of the programme's rule by which an application was refused")
        Integer ruleVersion,

        LocalDate deferredUntil,
        Instant createdAt)
        implements Versioned {

    static EnrollmentView of(Enrollment e) {
        return new EnrollmentView(
                e.id,
                e.version,
                e.recordHidden ? null : e.participantId,
                e.programId,
                e.cohortId,
                e.centerId,
                e.agreementId,
                e.sourceSystem,
                e.status,
                e.statusOn,
                e.waitlistPosition,
                e.offerExpiresOn,
                e.appliedOn,
                e.enrolledOn,
                e.activatedOn,
                e.graduatedOn,
                e.criteriaVersion,
                e.status == EnrollmentStatus.GRADUATED ? e.graduatedByException : null,
                e.endedOn,
                e.reason,
                e.ruleVersion,
                e.deferredUntil,
                e.createdAt);
    }
}

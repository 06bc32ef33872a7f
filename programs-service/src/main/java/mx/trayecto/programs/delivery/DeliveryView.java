package mx.trayecto.programs.delivery;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.concurrency.Versioned;
import mx.trayecto.platform.text.Money;

/** A delivery as it is. */
record DeliveryView(
        UUID id,
        long version,

        @Schema(description = "Left out as in her enrolment")
        UUID participant,

        UUID enrollment,
        UUID program,
        UUID cohort,
        UUID center,
        UUID agreement,
        DeliveryKind kind,
        UUID institution,

        @Schema(description = "Absent where it is not known, or is no money; that is no zero")
        Money amount,

        DeliveryState state,

        @Schema(description = "When it came to its state") LocalDate on,

        LocalDate approvedOn,

        @Schema(description = "What was approved; more or less may have been handed over")
        Money approved,

        DeliveryRefusal reason)
        implements Versioned {

    static DeliveryView of(Delivery d) {
        return new DeliveryView(
                d.id,
                d.version,
                d.recordHidden ? null : d.participantId,
                d.enrollmentId,
                d.programId,
                d.cohortId,
                d.centerId,
                d.agreementId,
                d.kind,
                d.institutionId,
                d.money(),
                d.state,
                d.stateOn,
                d.approvedOn,
                d.approved(),
                d.reason);
    }
}

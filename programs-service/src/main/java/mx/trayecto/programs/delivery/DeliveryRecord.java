package mx.trayecto.programs.delivery;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A delivery as it now is, the same in all its events: the last one holds.
 *
 * @param amount decimal text; absent where it is not known
 * @param on when it came to its state
 * @param approvedAmount what was approved; absent where it is not known, or nothing was
 */
record DeliveryRecord(
        UUID delivery,
        UUID participant,
        UUID enrollment,
        UUID program,
        UUID cohort,
        UUID center,
        UUID agreement,
        DeliveryKind kind,
        UUID institution,
        String amount,
        String currency,
        DeliveryState state,
        LocalDate on,
        LocalDate approvedOn,
        String approvedAmount,
        String approvedCurrency,
        DeliveryRefusal reason) {

    static DeliveryRecord of(Delivery d) {
        return new DeliveryRecord(
                d.id,
                d.participantId,
                d.enrollmentId,
                d.programId,
                d.cohortId,
                d.centerId,
                d.agreementId,
                d.kind,
                d.institutionId,
                d.amount == null ? null : d.amount.toPlainString(),
                d.currency,
                d.state,
                d.stateOn,
                d.approvedOn,
                d.approvedAmount == null ? null : d.approvedAmount.toPlainString(),
                d.approvedCurrency,
                d.reason);
    }
}

package mx.trayecto.programs.staff;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import mx.trayecto.programs.field.Hours;

/**
 * What a member of staff was trained or certified in, the same in all its events: the last one holds. Neither her name
 * nor her certificate is in it.
 *
 * @param staff whom it is counted by, once however often she is trained
 * @param organization the one that she works for
 * @param mistaken it counts no more
 */
record QualificationRecorded(
        UUID qualification,
        UUID staff,
        StaffKind staffKind,
        StaffSex sex,
        UUID organization,
        UUID center,
        UUID agreement,
        QualificationKind kind,
        String standard,
        LocalDate on,
        BigDecimal hours,
        boolean mistaken) {
    static final String RECORDED = "mx.trayecto.qualification.recorded.v1";
    static final String CORRECTED = "mx.trayecto.qualification.corrected.v1";

    static QualificationRecorded of(Qualification q, Staff staff) {
        return new QualificationRecorded(
                q.id,
                staff.id,
                staff.kind,
                staff.sex,
                staff.organizationId,
                staff.centerId,
                q.agreementId == null ? staff.agreementId : q.agreementId,
                q.kind,
                q.standard,
                q.completedOn,
                Hours.plain(q.hours),
                q.mistaken);
    }
}

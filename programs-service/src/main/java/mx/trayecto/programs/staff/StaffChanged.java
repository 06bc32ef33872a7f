package mx.trayecto.programs.staff;

import java.time.LocalDate;
import java.util.UUID;

/** Snapshot of a member of staff without anything that names her, {@code mx.trayecto.staff.changed.v1}. */
record StaffChanged(
        UUID staff,
        StaffKind kind,
        UUID organization,
        UUID center,
        UUID agreement,
        LocalDate startsOn,
        LocalDate endsOn,
        StaffSex sex) {
    static final String TYPE = "mx.trayecto.staff.changed.v1";

    static StaffChanged of(Staff staff) {
        return new StaffChanged(
                staff.id,
                staff.kind,
                staff.organizationId,
                staff.centerId,
                staff.agreementId,
                staff.startsOn,
                staff.endsOn,
                staff.sex);
    }
}

package mx.trayecto.programs.staff;

import java.time.LocalDate;
import java.util.UUID;

import mx.trayecto.platform.concurrency.Versioned;

/** A member of staff as she is; without a name once her key is destroyed. */
record StaffView(
        UUID id,
        long version,
        StaffKind kind,
        String givenName,
        String firstSurname,
        String secondSurname,
        String email,
        StaffSex sex,
        UUID organization,
        UUID center,
        UUID agreement,
        LocalDate startsOn,
        LocalDate endsOn)
        implements Versioned {

    static StaffView of(Staff staff, StaffIdentity identity) {
        return new StaffView(
                staff.id,
                staff.version,
                staff.kind,
                identity.givenName(),
                identity.firstSurname(),
                identity.secondSurname(),
                identity.email(),
                staff.sex,
                staff.organizationId,
                staff.centerId,
                staff.agreementId,
                staff.startsOn,
                staff.endsOn);
    }
}

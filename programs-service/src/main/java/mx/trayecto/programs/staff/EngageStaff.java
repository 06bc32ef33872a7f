package mx.trayecto.programs.staff;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import mx.trayecto.platform.text.Name;
import mx.trayecto.programs.field.BusinessDate;
import mx.trayecto.programs.field.Period;

/**
 * A member of staff as she shall be.
 *
 * @param center the centre she works at; none where she works for several
 * @param agreement the agreement she is engaged or trained under
 */
@Period.InOrder
record EngageStaff(
        @NotNull StaffKind kind,
        @NotNull @Name String givenName,
        @NotNull @Name String firstSurname,
        @Name String secondSurname,
        @Email @Size(max = 254) String email,
        StaffSex sex,
        @NotNull UUID organization,
        UUID center,
        UUID agreement,
        @NotNull @BusinessDate LocalDate startsOn,
        @BusinessDate LocalDate endsOn)
        implements Period {

    static EngageStaff of(Staff staff, StaffIdentity identity) {
        return new EngageStaff(
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

    StaffIdentity identity() {
        return new StaffIdentity(givenName, firstSurname, secondSurname, email);
    }
}

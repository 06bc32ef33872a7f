package mx.trayecto.programs.center;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import mx.trayecto.platform.concurrency.Versioned;

/** A centre as it is. */
record CenterView(
        UUID id,
        long version,
        String code,
        String name,
        UUID organization,
        UUID agreement,
        String state,
        String municipality,
        String timeZone,
        LocalDate openedOn,
        LocalDate closedOn,
        boolean confidential,
        List<Equipment> equipment)
        implements Versioned {

    static CenterView of(Center center) {
        return new CenterView(
                center.id,
                center.version,
                center.code,
                center.name,
                center.organizationId,
                center.agreementId,
                center.state,
                center.municipality,
                center.timeZone,
                center.openedOn,
                center.closedOn,
                center.confidential,
                center.equipment);
    }
}

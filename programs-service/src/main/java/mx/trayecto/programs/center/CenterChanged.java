package mx.trayecto.programs.center;

import java.time.LocalDate;
import java.util.UUID;

/** Snapshot of a centre, {@code mx.trayecto.center.changed.v1}. */
record CenterChanged(
        UUID center,
        String code,
        String name,
        UUID organization,
        UUID agreement,
        String state,
        String municipality,
        String timeZone,
        LocalDate openedOn,
        LocalDate closedOn,
        boolean confidential) {
    static final String TYPE = "mx.trayecto.center.changed.v1";

    static CenterChanged of(Center center) {
        return new CenterChanged(
                center.id,
                center.code,
                center.name,
                center.organizationId,
                center.agreementId,
                center.state,
                center.municipality,
                center.timeZone,
                center.openedOn,
                center.closedOn,
                center.confidential);
    }
}

package mx.trayecto.programs.support;

import java.time.LocalDate;
import java.util.UUID;

import mx.trayecto.programs.organization.Organization;

/**
 * What an institution was given, the same in all its events: the last one holds.
 *
 * @param state of the institution, as of now
 * @param amount decimal text; absent where it is not known
 * @param mistaken it counts no more
 */
record SupportRecord(
        UUID support,
        UUID organization,
        String state,
        String municipality,
        UUID program,
        UUID agreement,
        SupportKind kind,
        String amount,
        String currency,
        LocalDate startsOn,
        LocalDate endsOn,
        boolean mistaken) {
    static final String GIVEN = "mx.trayecto.support.given.v1";
    static final String CORRECTED = "mx.trayecto.support.corrected.v1";

    static SupportRecord of(Support s, Organization institution) {
        return new SupportRecord(
                s.id,
                s.organizationId,
                institution.state,
                institution.municipality,
                s.programId,
                s.agreementId,
                s.kind,
                s.amount == null ? null : s.amount.toPlainString(),
                s.currency,
                s.startsOn,
                s.endsOn,
                s.mistaken);
    }
}

package mx.trayecto.programs.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import mx.trayecto.platform.concurrency.Versioned;

/** A membership as it is. */
record MembershipView(
        UUID id,
        long version,
        UUID organization,
        List<Role> roles,
        List<UUID> agreements,
        List<UUID> centers,
        LocalDate startsOn,
        LocalDate endsOn)
        implements Versioned {

    static MembershipView of(Membership membership) {
        return new MembershipView(
                membership.id,
                membership.version,
                membership.organizationId,
                membership.roles,
                membership.agreements,
                membership.centers,
                membership.startsOn,
                membership.endsOn);
    }
}

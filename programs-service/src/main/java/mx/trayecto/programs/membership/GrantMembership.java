package mx.trayecto.programs.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import mx.trayecto.programs.field.BusinessDate;
import mx.trayecto.programs.field.Distinct;
import mx.trayecto.programs.field.Period;

/**
 * A membership as it shall be.
 *
 * @param organization whose people and clients act for the tenant
 * @param agreements the agreements it is limited to; all unless said
 * @param centers the centres it is limited to; all unless said
 */
@Period.InOrder
record GrantMembership(
        @NotNull UUID organization,
        @NotEmpty @Size(max = 10) @Distinct List<@NotNull Role> roles,
        @Size(max = 100) @Distinct List<@NotNull UUID> agreements,
        @Size(max = 100) @Distinct List<@NotNull UUID> centers,
        @NotNull @BusinessDate LocalDate startsOn,
        @BusinessDate LocalDate endsOn)
        implements Period {

    GrantMembership {
        agreements = agreements == null ? List.of() : agreements;
        centers = centers == null ? List.of() : centers;
    }

    static GrantMembership of(Membership membership) {
        return new GrantMembership(
                membership.organizationId,
                membership.roles,
                membership.agreements,
                membership.centers,
                membership.startsOn,
                membership.endsOn);
    }
}

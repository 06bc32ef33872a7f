package mx.trayecto.programs.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import mx.trayecto.platform.tenancy.TenantEntity;

/** That an organization's people and clients act for the tenant: in which roles, where, from when to when. */
@Entity
class Membership extends TenantEntity {
    @Column(name = "organization_id")
    UUID organizationId;

    @Enumerated(EnumType.STRING)
    List<Role> roles;

    List<UUID> agreements;
    List<UUID> centers;

    @Column(name = "starts_on")
    LocalDate startsOn;

    @Column(name = "ends_on")
    LocalDate endsOn;

    protected Membership() {}

    Membership(UUID tenant, GrantMembership command) {
        super(tenant);
        describe(command);
    }

    static Optional<Membership> find(UUID id) {
        return findByIdOptional(id);
    }

    void describe(GrantMembership command) {
        organizationId = command.organization();
        roles = command.roles();
        agreements = command.agreements();
        centers = command.centers();
        startsOn = command.startsOn();
        endsOn = command.endsOn();
    }
}

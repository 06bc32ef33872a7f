package mx.trayecto.programs.staff;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import mx.trayecto.platform.tenancy.TenantEntity;

/** A facilitator, coordinator or trained official. Not a participant, but her identity is sealed as theirs is. */
@Entity
public class Staff extends TenantEntity {
    @Enumerated(EnumType.STRING)
    public StaffKind kind;

    @Column(name = "organization_id")
    public UUID organizationId;

    @Column(name = "center_id")
    public UUID centerId;

    @Column(name = "agreement_id")
    public UUID agreementId;

    @Column(name = "starts_on")
    public LocalDate startsOn;

    @Column(name = "ends_on")
    public LocalDate endsOn;

    @Enumerated(EnumType.STRING)
    StaffSex sex;

    /** A sealed {@link StaffIdentity}. */
    byte[] identity;

    protected Staff() {}

    Staff(UUID tenant) {
        super(tenant);
    }

    public static Optional<Staff> find(UUID id) {
        return findByIdOptional(id);
    }

    void describe(EngageStaff command, byte[] sealedIdentity) {
        kind = command.kind();
        organizationId = command.organization();
        centerId = command.center();
        agreementId = command.agreement();
        startsOn = command.startsOn();
        endsOn = command.endsOn();
        sex = command.sex();
        identity = sealedIdentity;
    }
}

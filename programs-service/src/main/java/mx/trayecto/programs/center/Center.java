package mx.trayecto.programs.center;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import mx.trayecto.platform.tenancy.TenantEntity;

/** A learning centre. A confidential one hides who attends it, not that it exists. */
@Entity
public class Center extends TenantEntity {
    public static final String DEFAULT_TIME_ZONE = "America/Mexico_City";

    public String code;
    public String name;

    @Column(name = "organization_id")
    public UUID organizationId;

    @Column(name = "agreement_id")
    public UUID agreementId;

    public String state;
    public String municipality;

    /** Business dates of what happens here are local dates in this zone. */
    @Column(name = "time_zone")
    public String timeZone;

    @Column(name = "opened_on")
    public LocalDate openedOn;

    @Column(name = "closed_on")
    public LocalDate closedOn;

    public boolean confidential;

    /** Donated assets. */
    @JdbcTypeCode(SqlTypes.JSON)
    public List<Equipment> equipment;

    protected Center() {}

    Center(UUID tenant, OpenCenter command) {
        super(tenant);
        describe(command);
    }

    public static Optional<Center> find(UUID id) {
        return findByIdOptional(id);
    }

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    void describe(OpenCenter command) {
        code = command.code();
        name = command.name();
        organizationId = command.organization();
        agreementId = command.agreement();
        state = command.state();
        municipality = command.municipality();
        timeZone = command.timeZone();
        openedOn = command.openedOn();
        closedOn = command.closedOn();
        confidential = command.confidential();
        equipment = command.equipment();
    }
}

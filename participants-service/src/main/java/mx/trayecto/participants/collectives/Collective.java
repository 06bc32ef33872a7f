package mx.trayecto.participants.collectives;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import mx.trayecto.platform.tenancy.TenantEntity;

/** A cooperative or productive network: what women run together. Who is in it stands apart and changes nothing here. */
@Entity
@Table(name = "collective")
class Collective extends TenantEntity {
    String name;

    @Enumerated(EnumType.STRING)
    CollectiveKind kind;

    @Enumerated(EnumType.STRING)
    Sector sector;

    String municipality;

    @Enumerated(EnumType.STRING)
    @Column(name = "legal_form")
    LegalForm legalForm;

    @JdbcTypeCode(SqlTypes.JSON)
    Trademark trademark;

    @Column(name = "registered_on", updatable = false)
    LocalDate registeredOn;

    @Column(name = "formed_on")
    LocalDate formedOn;

    @Column(name = "dissolved_on")
    LocalDate dissolvedOn;

    @Column(name = "center_id")
    UUID centerId;

    /** The portal that registered it, which sees its own. */
    @Column(name = "source_system", updatable = false)
    String sourceSystem;

    protected Collective() {}

    Collective(UUID tenant, String sourceSystem, RegisterCollective told, UUID center, LocalDate today) {
        super(tenant);
        registeredOn = today;
        this.sourceSystem = sourceSystem;
        become(told, center);
    }

    /** Becomes what is told of it. */
    void become(RegisterCollective told, UUID center) {
        name = told.name();
        kind = told.kind();
        sector = told.sector();
        municipality = told.municipality();
        legalForm = told.legalForm();
        trademark = told.trademark();
        formedOn = told.formedOn();
        dissolvedOn = told.dissolvedOn();
        centerId = center;
    }
}

package mx.trayecto.programs.staff;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import mx.trayecto.platform.tenancy.TenantEntity;
import mx.trayecto.platform.text.Bilingual;
import mx.trayecto.programs.field.Hours;

/** What a member of staff was trained or certified in. */
@Entity
@Table(name = "staff_qualification")
class Qualification extends TenantEntity {
    @Column(name = "staff_id", updatable = false)
    UUID staffId;

    @Enumerated(EnumType.STRING)
    QualificationKind kind;

    @JdbcTypeCode(SqlTypes.JSON)
    Bilingual title;

    String standard;

    @Column(name = "completed_on")
    LocalDate completedOn;

    BigDecimal hours;

    @Column(name = "organization_id")
    UUID organizationId;

    @Column(name = "agreement_id")
    UUID agreementId;

    /** The certificate's folio, sealed under her key; null where there is none. */
    byte[] certificate;

    boolean mistaken;

    protected Qualification() {}

    Qualification(Staff staff) {
        super(staff.tenantId);
        staffId = staff.id;
    }

    static Optional<Qualification> find(UUID staff, UUID id) {
        return find("staffId = ?1 AND id = ?2", staff, id).firstResultOptional();
    }

    void describe(RecordQualification command, byte[] sealedCertificate) {
        kind = command.kind();
        title = command.title();
        standard = command.standard();
        completedOn = command.on();
        hours = command.hours();
        organizationId = command.organization();
        agreementId = command.agreement();
        certificate = sealedCertificate;
        mistaken = command.mistaken();
    }

    /** The command that would make it as it is. */
    RecordQualification description(String openedCertificate) {
        return new RecordQualification(
                kind,
                title,
                standard,
                completedOn,
                Hours.plain(hours),
                organizationId,
                agreementId,
                openedCertificate,
                mistaken);
    }
}

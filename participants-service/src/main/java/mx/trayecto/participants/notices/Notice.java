package mx.trayecto.participants.notices;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import mx.trayecto.participants.consents.Purpose;
import mx.trayecto.platform.tenancy.TenantEntity;

/** A published version of the tenant's privacy notice. It is never changed: what was agreed to stays readable. */
@Entity
@Immutable
@Table(name = "notice")
class Notice extends TenantEntity {
    @Column(name = "notice_version")
    String noticeVersion;

    @Column(name = "valid_from")
    LocalDate validFrom;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text[]")
    List<Purpose> purposes;

    @JdbcTypeCode(SqlTypes.JSON)
    List<PurposeText> texts;

    protected Notice() {}

    Notice(UUID tenant, PublishNotice command) {
        super(tenant);
        noticeVersion = command.noticeVersion();
        validFrom = command.validFrom();
        texts = List.copyOf(command.purposes());
        purposes = texts.stream().map(PurposeText::purpose).toList();
    }
}

package mx.trayecto.programs.graduation;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import mx.trayecto.platform.tenancy.TenantEntity;
import mx.trayecto.platform.text.Bilingual;

/** A centre's public recognition of graduates, of one cohort or several, on a day of its own. */
@Entity
@Immutable
@Table(name = "ceremony")
class Ceremony extends TenantEntity {
    @Column(name = "center_id")
    UUID centerId;

    @Column(name = "held_on")
    LocalDate heldOn;

    @JdbcTypeCode(SqlTypes.JSON)
    Bilingual title;

    protected Ceremony() {}
}

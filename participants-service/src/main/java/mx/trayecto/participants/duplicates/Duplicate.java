package mx.trayecto.participants.duplicates;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import mx.trayecto.participants.finding.Trait;
import mx.trayecto.platform.tenancy.TenantEntity;

/** Two records that may be of one woman. {@link Candidates} finds them; here is what somebody decides on them. */
@Entity
@Table(name = "duplicate")
class Duplicate extends TenantEntity {
    @Column(name = "one_id")
    UUID one;

    @Column(name = "other_id")
    UUID other;

    BigDecimal score;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text[]")
    List<Trait> traits;

    @Enumerated(EnumType.STRING)
    DuplicateStatus status;

    @Enumerated(EnumType.STRING)
    DismissalReason reason;

    @Column(name = "decided_at")
    Instant decidedAt;

    protected Duplicate() {}

    void confirm(Instant now) {
        status = DuplicateStatus.CONFIRMED;
        reason = null;
        decidedAt = now;
    }

    void dismiss(DismissalReason why, Instant now) {
        status = DuplicateStatus.DISMISSED;
        reason = why;
        decidedAt = now;
    }
}

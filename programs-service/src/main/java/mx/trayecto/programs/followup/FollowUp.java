package mx.trayecto.programs.followup;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

import mx.trayecto.platform.tenancy.TenantEntity;

/** An individual follow-up contact with a woman. */
@Entity
@Immutable
@Table(name = "follow_up")
class FollowUp extends TenantEntity {
    @Column(name = "enrollment_id")
    UUID enrollmentId;

    @Column(name = "made_on")
    LocalDate madeOn;

    @Enumerated(EnumType.STRING)
    FollowUpKind kind;

    @Column(name = "staff_id")
    UUID staffId;

    @Column(name = "recorded_by")
    String recordedBy;

    /** The text, sealed under her key; null where nothing was written. */
    byte[] note;

    protected FollowUp() {}

    FollowUp(UUID tenant, UUID enrollment, LocalDate on, RecordFollowUp command, String recordedBy, byte[] note) {
        super(tenant);
        this.enrollmentId = enrollment;
        this.madeOn = on;
        this.kind = command.kind();
        this.staffId = command.staff();
        this.recordedBy = recordedBy;
        this.note = note;
    }

    static Optional<FollowUp> find(UUID enrollment, UUID id) {
        return find("enrollmentId = ?1 AND id = ?2", enrollment, id).firstResultOptional();
    }
}

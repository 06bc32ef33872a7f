package mx.trayecto.programs.completion;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

import mx.trayecto.platform.tenancy.TenantEntity;

/** A module that a woman completed, once. */
@Entity
@Immutable
@Table(name = "completion")
class Completion extends TenantEntity {
    @Column(name = "enrollment_id")
    UUID enrollmentId;

    @Column(name = "module_id")
    UUID moduleId;

    @Column(name = "module_code")
    String moduleCode;

    @Column(name = "completed_on")
    LocalDate completedOn;

    BigDecimal hours;

    /** Where it is known from: {@code manual}, or a learning platform. */
    String source;

    @Column(name = "recorded_by")
    String recordedBy;

    protected Completion() {}

    /** Whether it is recorded just as that was said. */
    boolean says(CompleteModule told) {
        return completedOn.equals(told.on()) && source.equals(told.source());
    }

    static Optional<Completion> find(UUID enrollment, UUID id) {
        return find("enrollmentId = ?1 AND id = ?2", enrollment, id).firstResultOptional();
    }

    static Optional<Completion> find(UUID enrollment, String module) {
        return find("enrollmentId = ?1 AND moduleCode = ?2", enrollment, module).firstResultOptional();
    }
}

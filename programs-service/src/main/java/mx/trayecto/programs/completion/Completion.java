package mx.trayecto.programs.completion;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.TenantEntity;

/** A module that a woman completed: once, unless it was recorded wrongly and revoked. */
@Entity
@Table(name = "completion")
class Completion extends TenantEntity {
    @Column(name = "enrollment_id", updatable = false)
    UUID enrollmentId;

    @Column(name = "module_id", updatable = false)
    UUID moduleId;

    @Column(name = "module_code", updatable = false)
    String moduleCode;

    @Column(name = "completed_on", updatable = false)
    LocalDate completedOn;

    @Column(updatable = false)
    BigDecimal hours;

    /** Where it is known from: {@code manual}, or a learning platform. */
    @Column(updatable = false)
    String source;

    @Column(name = "recorded_by", updatable = false)
    String recordedBy;

    @Enumerated(EnumType.STRING)
    CompletionStatus status;

    /** Why it was revoked; null while it holds. */
    @Enumerated(EnumType.STRING)
    RevocationReason reason;

    @Column(name = "revoked_by")
    String revokedBy;

    @Column(name = "revoked_at")
    Instant revokedAt;

    protected Completion() {}

    /** Whether it is recorded just as that was said. */
    boolean says(CompleteModule told) {
        return completedOn.equals(told.on()) && source.equals(told.source());
    }

    boolean holds() {
        return status == CompletionStatus.RECORDED;
    }

    /** It turns out not to be so: it counts no more, and the module may be completed anew. */
    void revoke(RevocationReason why, String by) {
        if (!holds()) {
            throw ProblemException.of(CompletionProblem.REVOKED);
        }
        status = CompletionStatus.REVOKED;
        reason = why;
        revokedBy = by;
        revokedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    static Optional<Completion> find(UUID enrollment, UUID id) {
        return find("enrollmentId = ?1 AND id = ?2", enrollment, id).firstResultOptional();
    }

    /** The one that holds. */
    static Optional<Completion> find(UUID enrollment, String module) {
        return all(enrollment, module).stream().filter(Completion::holds).findFirst();
    }

    /** Of a module, whatever became of them: first the one that holds. */
    static List<Completion> all(UUID enrollment, String module) {
        return list("enrollmentId = ?1 AND moduleCode = ?2 ORDER BY status, id", enrollment, module);
    }

    /** Codes of the modules that she has completed, in the order in which that was recorded. */
    static List<String> modules(UUID enrollment) {
        return Completion.<Completion>list(
                        "enrollmentId = ?1 AND status = ?2 ORDER BY id", enrollment, CompletionStatus.RECORDED)
                .stream()
                .map(completion -> completion.moduleCode)
                .toList();
    }
}

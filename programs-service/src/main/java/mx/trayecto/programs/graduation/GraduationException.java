package mx.trayecto.programs.graduation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.TenantEntity;
import mx.trayecto.platform.text.DocumentReference;

/**
 * What of the criteria one woman need not meet: one person asks, another decides, once. It serves one graduation: where that
 * is revoked it has lapsed, and another would have to be asked for.
 */
@Entity
@Table(name = "graduation_exception")
class GraduationException extends TenantEntity {
    /** Whether it holds. */
    @Schema(name = "ExceptionStatus")
    enum Status {
        @JsonProperty("requested")
        REQUESTED,
        @JsonProperty("accepted")
        ACCEPTED,
        @JsonProperty("refused")
        REFUSED,
        /** Accepted, and served a graduation that was revoked. */
        @JsonProperty("lapsed")
        LAPSED
    }

    @Column(name = "enrollment_id", updatable = false)
    UUID enrollmentId;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    List<Waiver> waives;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    ExceptionReason reason;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    DocumentReference document;

    @Enumerated(EnumType.STRING)
    Status status;

    @Column(name = "requested_by", updatable = false)
    String requestedBy;

    @Column(name = "reviewed_by")
    String reviewedBy;

    @Column(name = "reviewed_at")
    Instant reviewedAt;

    protected GraduationException() {}

    GraduationException(UUID tenant, UUID enrollment, RequestException command, String by) {
        super(tenant);
        enrollmentId = enrollment;
        waives = command.waives();
        reason = command.reason();
        document = command.document();
        status = Status.REQUESTED;
        requestedBy = by;
    }

    static GraduationException lock(UUID id) {
        return GraduationException.<GraduationException>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(ProblemException::notFound);
    }

    void review(ReviewException.Decision decision, String by) {
        if (requestedBy.equals(by)) {
            throw ProblemException.of(ExceptionProblem.OWN_REQUEST);
        }
        if (status != Status.REQUESTED) {
            throw ProblemException.of(ExceptionProblem.ALREADY_REVIEWED);
        }
        status = decision == ReviewException.Decision.ACCEPTED ? Status.ACCEPTED : Status.REFUSED;
        reviewedBy = by;
        reviewedAt = Instant.now();
    }

    /** The graduation that it was accepted for is revoked. */
    void lapse() {
        if (status == Status.ACCEPTED) {
            status = Status.LAPSED;
        }
    }
}

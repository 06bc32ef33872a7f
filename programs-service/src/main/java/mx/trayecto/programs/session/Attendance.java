package mx.trayecto.programs.session;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;

import mx.trayecto.platform.tenancy.TenantEntity;

/** Whether a woman was at a session, and for how many of its hours. Written by roll-calls, changed by corrections. */
@Entity
@Table(name = "attendance")
class Attendance extends TenantEntity {
    @Column(name = "session_id", nullable = false, updatable = false)
    public UUID sessionId;

    @Column(name = "enrollment_id", nullable = false, updatable = false)
    public UUID enrollmentId;

    @Column(name = "held_on", nullable = false, updatable = false)
    public LocalDate heldOn;

    @Column(name = "session_hours", nullable = false, updatable = false)
    public BigDecimal sessionHours;

    @Column(name = "attended", nullable = false)
    public boolean attended;

    @Column(name = "hours", nullable = false)
    public BigDecimal hours;

    @Column(name = "recorded_by", nullable = false)
    public String recordedBy;

    /** Code of the last correction's reason. */
    @Column(name = "reason")
    public String reason;

    protected Attendance() {}

    static Optional<Attendance> find(UUID session, UUID enrollment) {
        return find("sessionId = ?1 AND enrollmentId = ?2", session, enrollment).firstResultOptional();
    }

    static Optional<Attendance> lock(UUID session, UUID enrollment) {
        return Attendance.<Attendance>find("sessionId = ?1 AND enrollmentId = ?2", session, enrollment)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    boolean says(boolean attended, BigDecimal hours) {
        return this.attended == attended && this.hours.compareTo(hours) == 0;
    }

    void correct(boolean attended, BigDecimal hours, CorrectionReason why, String by) {
        this.attended = attended;
        this.hours = hours;
        this.reason = why.code();
        this.recordedBy = by;
    }
}

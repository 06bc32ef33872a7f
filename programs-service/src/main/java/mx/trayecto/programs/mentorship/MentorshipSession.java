package mx.trayecto.programs.mentorship;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import mx.trayecto.platform.tenancy.TenantEntity;

/** A meeting of a mentor with those she accompanies. */
@Entity
@Table(name = "mentorship_session")
class MentorshipSession extends TenantEntity {
    @Column(name = "mentorship_id")
    UUID mentorshipId;

    @Column(name = "held_on")
    LocalDate heldOn;

    BigDecimal hours;
    List<UUID> mentees;

    @Column(name = "recorded_by")
    String recordedBy;

    protected MentorshipSession() {}

    MentorshipSession(Mentorship mentorship, LocalDate on, BigDecimal hours, List<UUID> mentees, String recordedBy) {
        super(mentorship.tenantId);
        this.mentorshipId = mentorship.id;
        this.heldOn = on;
        this.hours = hours;
        this.mentees = mentees;
        this.recordedBy = recordedBy;
    }

    static Optional<MentorshipSession> find(UUID mentorship, UUID id) {
        return find("mentorshipId = ?1 AND id = ?2", mentorship, id).firstResultOptional();
    }
}

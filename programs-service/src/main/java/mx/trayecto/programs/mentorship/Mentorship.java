package mx.trayecto.programs.mentorship;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.TenantEntity;

/** A participant trained as a mentor, and those she accompanies. All of them are named by their enrolments. */
@Entity
@Table(name = "mentorship")
class Mentorship extends TenantEntity {
    @Column(name = "mentor_enrollment_id", updatable = false)
    UUID mentorEnrollmentId;

    List<UUID> mentees;

    @Column(name = "starts_on", updatable = false)
    LocalDate startsOn;

    @Column(name = "ends_on")
    LocalDate endsOn;

    protected Mentorship() {}

    Mentorship(UUID tenant, FormMentorship command, LocalDate startsOn) {
        super(tenant);
        this.mentorEnrollmentId = command.mentor();
        this.mentees = command.mentees();
        this.startsOn = startsOn;
        this.endsOn = command.endsOn();
    }

    static Optional<Mentorship> find(UUID id) {
        return findByIdOptional(id);
    }

    static Mentorship lock(UUID id) {
        return Mentorship.<Mentorship>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(ProblemException::notFound);
    }

    boolean lastsOn(LocalDate day) {
        return !day.isBefore(startsOn) && (endsOn == null || !day.isAfter(endsOn));
    }

    void accompanyAlso(List<UUID> more) {
        List<UUID> all = new ArrayList<>(mentees);
        all.addAll(more);
        mentees = all;
    }
}

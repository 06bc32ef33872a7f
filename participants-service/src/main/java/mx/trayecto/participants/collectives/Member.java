package mx.trayecto.participants.collectives;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import mx.trayecto.platform.tenancy.TenantEntity;

/** A woman in a collective, in one role and for one time. */
@Entity
@Table(name = "collective_member")
class Member extends TenantEntity {
    @Column(name = "collective_id", updatable = false)
    UUID collectiveId;

    @Column(name = "participant_id", updatable = false)
    UUID participantId;

    @Enumerated(EnumType.STRING)
    MemberRole role;

    @Column(name = "joined_on")
    LocalDate joinedOn;

    @Column(name = "left_on")
    LocalDate leftOn;

    protected Member() {}

    Member(UUID tenant, UUID collective, UUID participant, MemberRole role, LocalDate joinedOn) {
        super(tenant);
        collectiveId = collective;
        participantId = participant;
        this.role = role;
        this.joinedOn = joinedOn;
    }

    void leave(LocalDate on) {
        leftOn = on;
    }

    void correct(CorrectMember told) {
        role = told.role();
        joinedOn = told.joinedOn();
        leftOn = told.leftOn();
    }

    /** Whether a time has a day in common with hers; the day on which one role ends another may begin. */
    boolean overlaps(LocalDate from, LocalDate until) {
        return (leftOn == null || from.isBefore(leftOn)) && (until == null || joinedOn.isBefore(until));
    }
}

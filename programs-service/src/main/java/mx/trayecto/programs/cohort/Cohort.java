package mx.trayecto.programs.cohort;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.TenantEntity;

/** A generación: a group that walks one pathway version together at one centre. */
@Entity
public class Cohort extends TenantEntity {
    /** Unique within its programme. */
    public String code;

    @Column(name = "program_id")
    public UUID programId;

    @Column(name = "pathway_id")
    public UUID pathwayId;

    @Column(name = "center_id")
    public UUID centerId;

    @Column(name = "agreement_id")
    public UUID agreementId;

    @Column(name = "starts_on")
    public LocalDate startsOn;

    @Column(name = "ends_on")
    public LocalDate endsOn;

    /** Seats; whoever comes later waits. */
    public int capacity;

    /** Days an offered seat is kept; null where a free seat is given without asking back. */
    @Column(name = "offer_days")
    public Integer offerDays;

    /** Staff that teach it. */
    public List<UUID> facilitators;

    /** Which instruments its women are to answer, and until when. */
    @JdbcTypeCode(SqlTypes.JSON)
    public List<ScheduledSurvey> surveys;

    @Enumerated(EnumType.STRING)
    public CohortStatus status;

    protected Cohort() {}

    Cohort(UUID tenant, PlanCohort command) {
        super(tenant);
        status = CohortStatus.PLANNED;
        describe(command);
    }

    public static Optional<Cohort> find(UUID id) {
        return findByIdOptional(id);
    }

    /**
     * Those that bear a code, as far as the caller sees.
     *
     * @param program the code of the programme; null for any
     */
    public static List<Cohort> coded(String code, String program) {
        return program == null
                ? list("code", code)
                : list("code = ?1 and programId in (select p.id from Program p where p.code = ?2)", code, program);
    }

    /** Takes the values as they shall be; what its enrolments rest on is fixed once it has been opened. */
    void describe(PlanCohort command) {
        if (status != CohortStatus.PLANNED
                && !(command.program().equals(programId)
                        && command.pathway().equals(pathwayId)
                        && command.center().equals(centerId))) {
            throw ProblemException.of(CohortProblem.FIXED);
        }
        code = command.code();
        programId = command.program();
        pathwayId = command.pathway();
        centerId = command.center();
        agreementId = command.agreement();
        startsOn = command.startsOn();
        endsOn = command.endsOn();
        capacity = command.capacity();
        offerDays = command.offerDays();
        facilitators = command.facilitators();
        surveys = command.surveys();
    }

    /** Enrolments are taken from now on. */
    void open() {
        advance(CohortStatus.PLANNED, CohortStatus.OPEN);
    }

    /** Classes begin. */
    void start() {
        advance(CohortStatus.OPEN, CohortStatus.RUNNING);
    }

    /** Nothing more is held for it; graduations may still be decided. */
    void close() {
        advance(CohortStatus.RUNNING, CohortStatus.CLOSED);
    }

    private void advance(CohortStatus from, CohortStatus to) {
        if (status != from) {
            throw ProblemException.of(CohortProblem.WRONG_STATUS);
        }
        status = to;
    }
}

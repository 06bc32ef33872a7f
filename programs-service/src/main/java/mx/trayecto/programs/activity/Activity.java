package mx.trayecto.programs.activity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.LockModeType;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.TenantEntity;
import mx.trayecto.platform.text.Bilingual;

/** Something held for many at once: who attended is counted, not known. */
@Entity
class Activity extends TenantEntity {
    @Enumerated(EnumType.STRING)
    ActivityKind kind;

    @Enumerated(EnumType.STRING)
    ActivityAudience audience;

    @JdbcTypeCode(SqlTypes.JSON)
    Bilingual title;

    @Column(name = "organization_id")
    UUID organizationId;

    @Column(name = "agreement_id")
    UUID agreementId;

    @Column(name = "center_id")
    UUID centerId;

    @Column(name = "campaign_id")
    UUID campaignId;

    @Column(name = "starts_on")
    LocalDate startsOn;

    @Column(name = "ends_on")
    LocalDate endsOn;

    BigDecimal hours;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Headcount> headcounts;

    protected Activity() {}

    Activity(UUID tenant, ReportActivity command, LocalDate today) {
        super(tenant);
        describe(command, today);
    }

    /** A campaign whose days stay as they are until the transaction ends. */
    static Optional<Activity> campaign(UUID id) {
        return Activity.<Activity>findByIdOptional(id, LockModeType.PESSIMISTIC_READ)
                .filter(activity -> activity.kind == ActivityKind.CAMPAIGN);
    }

    /** Takes the values as they were; what has not begun by {@code today} was not held. */
    void describe(ReportActivity command, LocalDate today) {
        if (command.startsOn().isAfter(today)) {
            throw ProblemException.of(CommonProblem.VALIDATION)
                    .error("/startsOn", "future", "no puede estar en el futuro", "must not be in the future");
        }
        kind = command.kind();
        audience = command.audience();
        title = command.title();
        organizationId = command.organization();
        agreementId = command.agreement();
        centerId = command.center();
        campaignId = command.campaign();
        startsOn = command.startsOn();
        endsOn = command.endsOn();
        hours = command.hours();
        headcounts = command.headcounts();
    }
}

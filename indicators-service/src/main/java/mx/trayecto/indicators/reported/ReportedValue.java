package mx.trayecto.indicators.reported;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import mx.trayecto.indicators.access.IndicatorProblem;
import mx.trayecto.indicators.period.Period;
import mx.trayecto.indicators.statement.Statement;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.TenantEntity;
import mx.trayecto.platform.text.Bilingual;
import mx.trayecto.platform.text.DocumentReference;

/** A reported actual; it stands in figures once a second person has accepted it. */
@Entity
@Table(name = "reported_value")
class ReportedValue extends TenantEntity {
    @Column(name = "indicator_id")
    public UUID indicatorId;

    public String period;

    @JdbcTypeCode(SqlTypes.JSON)
    public Statement value;

    public BigDecimal percent;

    @JdbcTypeCode(SqlTypes.JSON)
    public Bilingual label;

    @JdbcTypeCode(SqlTypes.JSON)
    public DocumentReference evidence;

    public String note;

    @Column(name = "reported_by")
    public String reportedBy;

    @Enumerated(EnumType.STRING)
    public Status status;

    @Column(name = "reviewed_by")
    public String reviewedBy;

    @Column(name = "reviewed_at")
    public Instant reviewedAt;

    @Column(name = "review_note")
    public String reviewNote;

    protected ReportedValue() {}

    ReportedValue(UUID tenant, UUID indicator, ReportValue command, String by) {
        super(tenant);
        indicatorId = indicator;
        period = Period.parse(command.period()).text();
        value = command.value();
        percent = command.percent();
        label = command.label();
        evidence = command.evidence();
        note = command.note();
        reportedBy = by;
        status = Status.SUBMITTED;
    }

    /** Decides once, by somebody else than who reported. */
    void review(ReviewValue review, String by) {
        if (reportedBy.equals(by)) {
            throw ProblemException.of(IndicatorProblem.OWN_REPORT);
        }
        if (status != Status.SUBMITTED) {
            throw ProblemException.of(IndicatorProblem.ALREADY_REVIEWED);
        }
        status = review.decision() == ReviewValue.Decision.ACCEPTED ? Status.ACCEPTED : Status.REJECTED;
        reviewedBy = by;
        reviewedAt = Instant.now();
        reviewNote = review.note();
    }
}

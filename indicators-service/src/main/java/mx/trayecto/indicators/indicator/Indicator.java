package mx.trayecto.indicators.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import mx.trayecto.indicators.measure.Measure;
import mx.trayecto.indicators.statement.Statement;
import mx.trayecto.platform.tenancy.TenantEntity;
import mx.trayecto.platform.text.Bilingual;

/** One row of a results framework: what is wanted, and how it is known. */
@Entity
class Indicator extends TenantEntity {
    @Column(name = "framework_id")
    public UUID frameworkId;

    public String result;

    public String code;

    @JdbcTypeCode(SqlTypes.JSON)
    public Bilingual title;

    @JdbcTypeCode(SqlTypes.JSON)
    public Bilingual definition;

    @JdbcTypeCode(SqlTypes.JSON)
    public Bilingual unit;

    @Enumerated(EnumType.STRING)
    @Column(name = "measure_kind")
    public MeasureKind measureKind;

    @Enumerated(EnumType.STRING)
    @Column(name = "counting_basis")
    public CountingBasis countingBasis;

    @Enumerated(EnumType.STRING)
    public Direction direction;

    @Enumerated(EnumType.STRING)
    public Frequency frequency;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "means_of_verification")
    public Bilingual meansOfVerification;

    @JdbcTypeCode(SqlTypes.JSON)
    public Bilingual assumptions;

    @JdbcTypeCode(SqlTypes.JSON)
    public Statement baseline;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<Statement> targets = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    public Measure measure;

    /** Raised whenever the measure becomes another; 0 as long as there has been none. */
    @Column(name = "measure_version")
    public int measureVersion;

    @JdbcTypeCode(SqlTypes.JSON)
    public Bilingual explanation;

    protected Indicator() {}

    Indicator(UUID tenant, WriteIndicator command) {
        super(tenant);
        frameworkId = command.framework();
        describe(command);
    }

    void describe(WriteIndicator command) {
        result = command.result();
        code = command.code();
        title = command.title();
        definition = command.definition();
        unit = command.unit();
        measureKind = command.measureKind();
        countingBasis = command.countingBasis();
        direction = command.direction() == null ? Direction.ASCENDING : command.direction();
        frequency = command.frequency();
        meansOfVerification = command.meansOfVerification();
        assumptions = command.assumptions();
        baseline = command.baseline();
        explanation = command.explanation();
        aimAt(command.target());
        measureBy(command.measure());
    }

    /** Sets or (with null) takes away the target of the whole term; those of periods stay. */
    private void aimAt(Statement target) {
        List<Statement> others = new ArrayList<>();
        targets.stream().filter(t -> !t.ofWholeTerm()).forEach(others::add);
        if (target != null) {
            others.addFirst(target);
        }
        aimAt(others);
    }

    void aimAt(List<Statement> all) {
        targets = List.copyOf(all);
    }

    private void measureBy(Measure wanted) {
        if (!Objects.equals(measure, wanted)) {
            measure = wanted;
            measureVersion++;
        }
    }

    Optional<Statement> target() {
        return targets.stream().filter(Statement::ofWholeTerm).findFirst();
    }

    WriteIndicator described() {
        return new WriteIndicator(
                frameworkId,
                result,
                code,
                title,
                definition,
                unit,
                measureKind,
                countingBasis,
                direction,
                frequency,
                meansOfVerification,
                assumptions,
                baseline,
                target().orElse(null),
                measure,
                explanation);
    }
}

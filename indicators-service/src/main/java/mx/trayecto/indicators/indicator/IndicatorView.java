package mx.trayecto.indicators.indicator;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.indicators.measure.Measure;
import mx.trayecto.indicators.period.Period;
import mx.trayecto.indicators.statement.Statement;
import mx.trayecto.platform.concurrency.Versioned;
import mx.trayecto.platform.text.Bilingual;

/** An indicator as callers see it. {@code target} is the one of the whole term, also first in {@code targets}. */
@Schema(name = "Indicator")
public record IndicatorView(
        UUID id,
        long version,
        UUID framework,
        String result,
        String code,
        Bilingual title,
        Bilingual definition,
        Bilingual unit,
        MeasureKind measureKind,
        CountingBasis countingBasis,
        Direction direction,
        Frequency frequency,
        Bilingual meansOfVerification,
        Bilingual assumptions,
        Statement baseline,
        Statement target,
        List<Statement> targets,
        Measure measure,
        int measureVersion,
        Bilingual explanation)
        implements Versioned {

    static IndicatorView of(Indicator indicator) {
        return new IndicatorView(
                indicator.id,
                indicator.version,
                indicator.frameworkId,
                indicator.result,
                indicator.code,
                indicator.title,
                indicator.definition,
                indicator.unit,
                indicator.measureKind,
                indicator.countingBasis,
                indicator.direction,
                indicator.frequency,
                indicator.meansOfVerification,
                indicator.assumptions,
                indicator.baseline,
                indicator.target().orElse(null),
                indicator.targets,
                indicator.measure,
                indicator.measureVersion,
                indicator.explanation);
    }

    /** The target set for exactly this period. */
    public Optional<Statement> targetOf(Period period) {
        return targets.stream()
                .filter(target -> target.periodName().equals(period.text()))
                .findFirst();
    }
}

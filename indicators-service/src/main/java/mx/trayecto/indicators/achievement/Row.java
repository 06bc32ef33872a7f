package mx.trayecto.indicators.achievement;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.indicators.figure.FigureValue;
import mx.trayecto.indicators.indicator.Direction;
import mx.trayecto.indicators.indicator.IndicatorView;
import mx.trayecto.indicators.period.Period;
import mx.trayecto.indicators.statement.Statement;
import mx.trayecto.platform.text.Bilingual;

/**
 * One row of the donor's table: LB, Meta, Avance, Logro de metas.
 *
 * @param actual computed where there is a measure, else reported
 * @param percent computed where actual and target are numbers, else as declared
 * @param label computed where actual and target are numbers, else as declared
 * @param declaredActual what was declared beside it, accepted by a second person
 * @param discrepancy present where declared and computed differ
 * @param waiting reported values that nobody has reviewed yet
 */
@Schema(name = "AchievementRow")
record Row(
        UUID indicator,
        String result,
        String code,
        Bilingual title,
        Bilingual unit,
        Statement baseline,
        Statement target,
        Actual actual,
        BigDecimal percent,
        Bilingual label,
        Actual declaredActual,
        BigDecimal declaredPercent,
        Bilingual declaredLabel,
        Discrepancy discrepancy,
        Integer measureVersion,
        long waiting) {

    /** @param figure null where nothing is computed */
    static Row of(IndicatorView indicator, Period period, FigureValue figure, Declared declared, long waiting) {
        Statement target = indicator.targetOf(period).orElse(null);
        Actual actual = figure == null ? declared.actual() : Actual.computed(figure);
        Optional<Achievement> reached = achievement(indicator, actual, target);
        BigDecimal computedActual = figure == null ? null : figure.value();
        return new Row(
                indicator.id(),
                indicator.result(),
                indicator.code(),
                indicator.title(),
                indicator.unit(),
                indicator.baseline(),
                target,
                actual,
                reached.map(Achievement::percent).orElse(declared.percent()),
                reached.map(Achievement::label).orElse(declared.label()),
                declared.actual(),
                declared.percent(),
                declared.label(),
                Discrepancy.between(computedActual, reached.orElse(null), declared, indicator.explanation())
                        .orElse(null),
                figure == null ? null : indicator.measureVersion(),
                waiting);
    }

    /** A descending indicator has more than one formula; none is guessed. */
    private static Optional<Achievement> achievement(IndicatorView indicator, Actual actual, Statement target) {
        return actual == null
                        || actual.number() == null
                        || target == null
                        || target.number() == null
                        || indicator.direction() == Direction.DESCENDING
                ? Optional.empty()
                : Achievement.of(actual.number(), target.number());
    }
}

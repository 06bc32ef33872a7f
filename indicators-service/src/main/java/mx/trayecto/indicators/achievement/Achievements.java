package mx.trayecto.indicators.achievement;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.indicators.figure.FigureValue;
import mx.trayecto.indicators.figure.Figures;
import mx.trayecto.indicators.figure.Freshness;
import mx.trayecto.indicators.framework.FrameworkView;
import mx.trayecto.indicators.framework.Frameworks;
import mx.trayecto.indicators.indicator.IndicatorView;
import mx.trayecto.indicators.indicator.Indicators;
import mx.trayecto.indicators.period.Period;
import mx.trayecto.indicators.reported.ReportedValueView;
import mx.trayecto.indicators.reported.ReportedValues;
import mx.trayecto.indicators.statement.Statement;

/** Makes the donor's table of a framework: computed figures with what was declared beside them. */
@ApplicationScoped
class Achievements {
    @Inject
    Frameworks frameworks;

    @Inject
    Indicators indicators;

    @Inject
    ReportedValues reported;

    @Inject
    Figures figures;

    @Inject
    Freshness freshness;

    AchievementView of(UUID id, Period period) {
        return freshness.together(() -> read(id, period));
    }

    private AchievementView read(UUID id, Period period) {
        FrameworkView framework = frameworks.read(id);
        List<IndicatorView> all = indicators.of(id);
        List<UUID> ids = all.stream().map(IndicatorView::id).toList();
        Map<UUID, ReportedValueView> accepted = reported.accepted(ids, period);
        Map<UUID, Long> waiting = reported.waiting(ids, period);
        // How far the figures reach is read first: an event in between may be in them, and is never promised falsely.
        Freshness.Reach reach = freshness.reach();
        List<Row> rows = all.stream()
                .map(indicator -> Row.of(
                        indicator,
                        period,
                        figure(indicator, period),
                        Declared.of(accepted.get(indicator.id())),
                        waiting.getOrDefault(indicator.id(), 0L)))
                .toList();
        return new AchievementView(
                id, framework.code(), framework.title(), period.text(), rows, reach.asOf(), reach.incomplete());
    }

    private FigureValue figure(IndicatorView indicator, Period period) {
        if (indicator.measure() == null) {
            return null;
        }
        boolean cumulative = indicator
                .targetOf(period)
                .map(Statement::cumulative)
                .map(Boolean.TRUE::equals)
                .orElse(false);
        Period counted = cumulative ? period.untilItsEnd() : period;
        return figures.compute(indicator.measure(), counted, null).total();
    }
}

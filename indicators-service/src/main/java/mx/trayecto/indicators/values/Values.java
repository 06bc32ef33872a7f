package mx.trayecto.indicators.values;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.indicators.access.IndicatorProblem;
import mx.trayecto.indicators.access.Scopes;
import mx.trayecto.indicators.figure.By;
import mx.trayecto.indicators.figure.Figure;
import mx.trayecto.indicators.figure.Figures;
import mx.trayecto.indicators.figure.Freshness;
import mx.trayecto.indicators.indicator.IndicatorView;
import mx.trayecto.indicators.indicator.Indicators;
import mx.trayecto.indicators.period.Period;
import mx.trayecto.indicators.reported.ReportedValueView;
import mx.trayecto.indicators.reported.ReportedValues;
import mx.trayecto.indicators.statement.Statement;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.CurrentActor;

/** Figures of single indicators, and where they come from. */
@ApplicationScoped
class Values {
    @Inject
    Indicators indicators;

    @Inject
    ReportedValues reported;

    @Inject
    Figures figures;

    @Inject
    Freshness freshness;

    @Inject
    Labels labels;

    @Inject
    CurrentActor actor;

    /** @param by null for the total alone */
    ValuesView of(UUID id, Period period, By by) {
        return freshness.together(() -> read(id, period, by));
    }

    private ValuesView read(UUID id, Period period, By by) {
        IndicatorView indicator = indicators.view(id);
        if (by != null) {
            computed(indicator);
        }
        Freshness.Reach reach = freshness.reach();
        ReportedValueView accepted = reported.accepted(List.of(id), period).get(id);
        Statement stated = accepted == null ? null : accepted.value();
        boolean computes = indicator.measure() != null;
        Figure figure = computes ? figures.compute(indicator.measure(), period, by) : null;
        return new ValuesView(
                id,
                indicator.code(),
                indicator.unit(),
                period.text(),
                by == null ? null : by.code(),
                computes ? ValuesView.Source.COMPUTED : ValuesView.Source.REPORTED,
                figure == null ? null : figure.total(),
                by == null ? null : labels.label(by, figure.cells()),
                stated,
                computes ? indicator.measureVersion() : null,
                reach.asOf(),
                reach.incomplete());
    }

    Provenance provenance(UUID id, Period period, UUID after, int most) {
        IndicatorView indicator = indicators.view(id);
        computed(indicator);
        Freshness.Reach reach = freshness.reach();
        List<UUID> behind = Scopes.mayDefine(actor.get())
                ? figures.enrollments(indicator.measure(), period, after, most + 1)
                : null;
        return new Provenance(
                id,
                period.text(),
                indicator.measureVersion(),
                indicator.measure(),
                reach.asOf(),
                reach.incomplete(),
                freshness.positions(),
                freshness.parked(),
                behind == null ? null : behind.subList(0, Math.min(most, behind.size())),
                behind == null ? null : behind.size() > most);
    }

    private static void computed(IndicatorView indicator) {
        if (indicator.measure() == null) {
            throw ProblemException.of(IndicatorProblem.NOT_COMPUTED);
        }
    }
}

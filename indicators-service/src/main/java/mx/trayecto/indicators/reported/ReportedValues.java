package mx.trayecto.indicators.reported;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.indicators.indicator.Indicators;
import mx.trayecto.indicators.period.Period;
import mx.trayecto.indicators.statement.Statements;
import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.CurrentActor;

/** Reported values and their reviews. */
@ApplicationScoped
public class ReportedValues {
    @Inject
    Indicators indicators;

    @Inject
    CurrentActor actor;

    ReportedValueView report(UUID indicator, ReportValue command) {
        indicators.view(indicator);
        check(command);
        ReportedValue reported = new ReportedValue(
                actor.get().tenant(), indicator, command, actor.get().subject());
        reported.persistAndFlush();
        return ReportedValueView.of(reported);
    }

    ReportedValueView review(UUID indicator, UUID id, ReviewValue command) {
        ReportedValue reported = find(indicator, id);
        reported.review(command, actor.get().subject());
        reported.persistAndFlush();
        return ReportedValueView.of(reported);
    }

    ReportedValueView view(UUID indicator, UUID id) {
        return ReportedValueView.of(find(indicator, id));
    }

    List<ReportedValue> page(UUID indicator, UUID after, int rows) {
        return ReportedValue.<ReportedValue>find(
                        "indicatorId = ?1 and id > ?2 order by id", indicator, after == null ? new UUID(0, 0) : after)
                .page(0, rows)
                .list();
    }

    /** The latest accepted value of each indicator for exactly this period, by indicator. */
    public Map<UUID, ReportedValueView> accepted(Collection<UUID> indicators, Period period) {
        Map<UUID, ReportedValueView> latest = new HashMap<>();
        if (!indicators.isEmpty()) {
            ReportedValue.<ReportedValue>list(
                            "indicatorId in ?1 and period = ?2 and status = ?3 order by reviewedAt, id",
                            indicators,
                            period.text(),
                            Status.ACCEPTED)
                    .forEach(reported -> latest.put(reported.indicatorId, ReportedValueView.of(reported)));
        }
        return latest;
    }

    /** How many values of each indicator still wait for their review, for exactly this period. */
    public Map<UUID, Long> waiting(Collection<UUID> indicators, Period period) {
        Map<UUID, Long> waiting = new HashMap<>();
        if (!indicators.isEmpty()) {
            ReportedValue.<ReportedValue>list(
                            "indicatorId in ?1 and period = ?2 and status = ?3",
                            indicators,
                            period.text(),
                            Status.SUBMITTED)
                    .forEach(reported -> waiting.merge(reported.indicatorId, 1L, Long::sum));
        }
        return waiting;
    }

    private static ReportedValue find(UUID indicator, UUID id) {
        return ReportedValue.<ReportedValue>findByIdOptional(id)
                .filter(reported -> reported.indicatorId.equals(indicator))
                .orElseThrow(ProblemException::notFound);
    }

    private static void check(ReportValue command) {
        ProblemException faults = ProblemException.of(CommonProblem.VALIDATION);
        if (command.value() == null && command.percent() == null && command.label() == null) {
            faults.error(
                    "/value",
                    "required",
                    "falta el valor, el porcentaje o el logro",
                    "value, percent or label is missing");
        }
        Statements.check("/value", command.value(), faults);
        if (command.period() != null) {
            try {
                Period.parse(command.period());
            } catch (ProblemException none) {
                faults.error("/period", "period", "no es un periodo", "is no period");
            }
        }
        if (faults.hasErrors()) {
            throw faults;
        }
    }
}

package mx.trayecto.indicators.indicator;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;

import com.fasterxml.jackson.databind.JsonNode;
import org.hibernate.exception.ConstraintViolationException;

import mx.trayecto.indicators.access.IndicatorProblem;
import mx.trayecto.indicators.framework.Frameworks;
import mx.trayecto.indicators.measure.MeasureRules;
import mx.trayecto.indicators.statement.Statement;
import mx.trayecto.indicators.statement.Statements;
import mx.trayecto.platform.concurrency.MergePatch;
import mx.trayecto.platform.concurrency.Preconditions;
import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.CurrentActor;

/** Indicators, their targets and their measures. */
@ApplicationScoped
public class Indicators {
    @Inject
    EntityManager database;

    @Inject
    CurrentActor actor;

    @Inject
    Preconditions preconditions;

    @Inject
    MergePatch merge;

    @Inject
    Frameworks frameworks;

    @Inject
    MeasureRules measures;

    IndicatorView define(WriteIndicator command) {
        check(command);
        Indicator indicator = new Indicator(actor.get().tenant(), command);
        indicator.persist();
        return stored(indicator, 0);
    }

    IndicatorView change(UUID id, JsonNode patch) {
        Indicator indicator = locked(id);
        int before = indicator.measureVersion;
        WriteIndicator command = merge.apply(indicator.described(), patch, WriteIndicator.class);
        check(command);
        if (!command.framework().equals(indicator.frameworkId)) {
            throw ProblemException.of(CommonProblem.VALIDATION)
                    .error("/framework", "fixed", "no se puede cambiar", "cannot be changed");
        }
        indicator.describe(command);
        return stored(indicator, before);
    }

    IndicatorView aim(UUID id, WriteTargets command) {
        Indicator indicator = locked(id);
        ProblemException faults = ProblemException.of(CommonProblem.VALIDATION);
        Statements.check("/targets", command.targets(), faults);
        refuse(faults);
        indicator.aimAt(command.targets().stream()
                .sorted(Comparator.comparing(target -> target.ofWholeTerm() ? "" : target.period()))
                .toList());
        return stored(indicator, indicator.measureVersion);
    }

    /**
     * An indicator.
     *
     * @throws ProblemException 404 where it is absent or another tenant's
     */
    public IndicatorView view(UUID id) {
        return IndicatorView.of(find(id));
    }

    /** All indicators of a framework in the order of their codes, numbers by value. */
    public List<IndicatorView> of(UUID framework) {
        return Indicator.<Indicator>list("frameworkId", framework).stream()
                .map(IndicatorView::of)
                .sorted(Comparator.comparing(IndicatorView::code, new CodeOrder()))
                .toList();
    }

    List<Indicator> page(UUID framework, UUID after, int rows) {
        UUID from = after == null ? new UUID(0, 0) : after;
        return (framework == null
                        ? Indicator.<Indicator>find("id > ?1 order by id", from)
                        : Indicator.<Indicator>find("frameworkId = ?1 and id > ?2 order by id", framework, from))
                .page(0, rows)
                .list();
    }

    private static Indicator find(UUID id) {
        return Indicator.<Indicator>findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }

    private Indicator locked(UUID id) {
        Indicator indicator = find(id);
        preconditions.check(indicator.version);
        return indicator;
    }

    private IndicatorView stored(Indicator indicator, int measureVersionBefore) {
        requireOwnCode(indicator);
        if (indicator.measureVersion != measureVersionBefore) {
            new MeasureVersion(indicator).persist();
        }
        try {
            database.flush();
        } catch (ConstraintViolationException taken) {
            throw ProblemException.of(IndicatorProblem.CODE_TAKEN);
        }
        return IndicatorView.of(indicator);
    }

    /** Before it is written; where two come at the same time the database decides. */
    private void requireOwnCode(Indicator indicator) {
        database.createQuery(
                        "select id from Indicator where frameworkId = :framework and code = :code and id <> :self",
                        UUID.class)
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("framework", indicator.frameworkId)
                .setParameter("code", indicator.code)
                .setParameter("self", indicator.id)
                .getResultStream()
                .findFirst()
                .ifPresent(id -> {
                    throw IndicatorProblem.codeOf("/v1/indicators/" + id, actor.get());
                });
    }

    private void check(WriteIndicator command) {
        ProblemException faults = ProblemException.of(CommonProblem.VALIDATION);
        Set<String> results = frameworks.resultCodes(command.framework());
        if (results.isEmpty()) {
            faults.error("/framework", "unknown-reference", "no existe", "does not exist");
        } else if (!results.contains(command.result())) {
            faults.error(
                    "/result", "unknown-reference", "no es un resultado del marco", "is no result of the framework");
        }
        Statements.check("/baseline", command.baseline(), faults);
        Statements.check("/target", command.target(), faults);
        Statement target = command.target();
        if (target != null && !target.ofWholeTerm()) {
            faults.error(
                    "/target/period",
                    "period",
                    "las metas por periodo van en targets",
                    "targets of periods belong in targets");
        }
        measures.check("/measure", command.measure(), faults);
        if (!command.measureKind().computedBy(command.measure())) {
            faults.error(
                    "/measure",
                    "measure-kind",
                    "no calcula lo que measureKind dice",
                    "does not compute what measureKind says");
        }
        refuse(faults);
    }

    private static void refuse(ProblemException faults) {
        if (faults.hasErrors()) {
            throw faults;
        }
    }
}

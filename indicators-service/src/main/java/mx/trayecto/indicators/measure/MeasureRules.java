package mx.trayecto.indicators.measure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.indicators.catalogue.Catalogue;
import mx.trayecto.indicators.catalogue.Catalogue.Kind;
import mx.trayecto.platform.problem.ProblemException;

/** A measure is checked when it is saved, so that a figure is never silently empty: every error is told at once. */
@ApplicationScoped
public class MeasureRules {
    @Inject
    Catalogue catalogue;

    /** Adds what is wrong with a measure, if there is one; {@code pointer} is where it stands in the request. */
    public void check(String pointer, Measure measure, ProblemException faults) {
        switch (measure) {
            case null -> {
                // an indicator without a measure lives on reported values
            }
            case Measure.Ratio ratio -> {
                check(pointer + "/numerator", ratio.numerator(), faults);
                check(pointer + "/denominator", ratio.denominator(), faults);
            }
            case Measure.Count count -> {
                if (count.of() != null && count.basis() != null) {
                    if (!count.of().countedBy(count.basis())) {
                        faults.error(
                                pointer + "/basis",
                                "basis",
                                "no se puede contar sobre esta base",
                                "cannot be counted on this basis");
                    }
                    String at = pointer + "/where";
                    narrowing(at, count.of().narrowing(), count.where(), faults);
                    place(at, count.of().inPrograms(), count.of().inCohorts(), count.where(), faults);
                }
            }
            case Measure.Sum sum -> {
                if (sum.of() != null) {
                    String at = pointer + "/where";
                    narrowing(at, sum.of().narrowing(), sum.where(), faults);
                    if (sum.of().money() && sum.where().currency() == null) {
                        faults.error(
                                at + "/currency",
                                "required",
                                "es obligatoria: no se suman monedas distintas",
                                "is required: different currencies are not added up");
                    }
                    place(at, sum.of().inPrograms(), sum.of().inCohorts(), sum.where(), faults);
                }
            }
        }
    }

    private static void narrowing(String pointer, Narrowing narrowing, Where where, ProblemException faults) {
        refuse(where.role() != null && !narrowing.takesRole(), pointer + "/role", faults);
        refuse(where.campaign() != null && !narrowing.takesCampaign(), pointer + "/campaign", faults);
        refuse(where.audience() != null && !narrowing.takesAudience(where.audience()), pointer + "/audience", faults);
        refuse(where.kind() != null && !narrowing.takesKind(), pointer + "/kind", faults);
        refuse(where.currency() != null && !narrowing.takesCurrency(), pointer + "/currency", faults);
    }

    private void place(String pointer, boolean inPrograms, boolean inCohorts, Where where, ProblemException faults) {
        refuse(where.program() != null && !inPrograms, pointer + "/program", faults);
        refuse(where.cohorts() != null && !inCohorts, pointer + "/cohorts", faults);
        if (where.from() != null && where.to() != null && where.from().isAfter(where.to())) {
            faults.error(pointer + "/to", "range", "es anterior a from", "is before from");
        }
        catalogue.requireCampaign(pointer + "/campaign", where.campaign(), faults);
        catalogue.require(Kind.AGREEMENT, pointer + "/agreement", where.agreement(), faults);
        catalogue.require(Kind.PROGRAM, pointer + "/program", where.program(), faults);
        catalogue.requireAll(Kind.COHORT, pointer + "/cohorts", where.cohorts(), faults);
        catalogue.requireAll(Kind.CENTER, pointer + "/centers", where.centers(), faults);
    }

    private static void refuse(boolean useless, String pointer, ProblemException faults) {
        if (useless) {
            faults.error(pointer, "filter", "no aplica a lo que se mide", "does not apply to what is measured");
        }
    }
}

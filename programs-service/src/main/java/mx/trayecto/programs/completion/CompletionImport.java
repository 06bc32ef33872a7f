package mx.trayecto.programs.completion;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tasks.RecordRows;
import mx.trayecto.platform.tasks.RowOutcome;
import mx.trayecto.platform.tasks.RowResult;
import mx.trayecto.programs.enrollment.CohortTerms;
import mx.trayecto.programs.enrollment.Enrollment;
import mx.trayecto.programs.field.References;
import mx.trayecto.programs.pathway.Pathway;
import mx.trayecto.programs.pathway.PathwayModule;

/** Completes the module of each row, in the order of the file: what comes first in the pathway comes first there. */
@ApplicationScoped
class CompletionImport extends RecordRows<ImportCompletion> {
    @Inject
    Completions completions;

    CompletionImport() {
        super("completions", ImportCompletion.class);
    }

    @Override
    protected RowResult take(ImportCompletion told) {
        Enrollment woman = told.locked();
        PathwayModule module = module(woman, told);
        List<Completion> before = Completion.all(woman.id, module.code());
        Optional<Completion> same = before.stream()
                .filter(one -> one.says(told.command(module.id())))
                .findFirst();
        if (same.isPresent()) { // taken in before, whatever became of it: a file sent again undoes no revocation
            return RowResult.of(RowOutcome.UNCHANGED, null, same.get().id);
        }
        if (before.stream().anyMatch(Completion::holds)) {
            throw ProblemException.of(CompletionProblem.RECORDED);
        }
        Completion made = completions.complete(woman.id, told.command(module.id()));
        return RowResult.of(RowOutcome.CREATED, null, made.id);
    }

    /** Of the pathway version that she followed that day. */
    private static PathwayModule module(Enrollment woman, ImportCompletion told) {
        UUID followed = CohortTerms.ofThatDay(woman, any -> told.on())
                .orElseGet(() -> CohortTerms.of(woman.cohortId))
                .pathway();
        References named = new References();
        PathwayModule module = Pathway.find(followed).orElseThrow().named("/module", told.module(), named);
        named.check();
        return module;
    }
}

package mx.trayecto.programs.completion;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

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
        PathwayModule module = module(woman, told.module());
        Optional<Completion> before = Completion.find(woman.id, module.code());
        if (before.isPresent()) {
            return RowResult.of(RowOutcome.UNCHANGED, null, before.get().id);
        }
        Completion made = completions.complete(woman.id, new CompleteModule(module.id(), told.on(), told.source()));
        return RowResult.of(RowOutcome.CREATED, null, made.id);
    }

    private static PathwayModule module(Enrollment woman, String name) {
        Pathway pathway = Pathway.find(CohortTerms.of(woman.cohortId).pathway()).orElseThrow();
        References named = new References();
        PathwayModule module = named.named(
                "/module",
                name,
                pathway::module,
                code -> pathway.module(code).stream().toList());
        named.check();
        return module;
    }
}

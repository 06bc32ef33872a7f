package mx.trayecto.indicators.framework;

import java.util.HashSet;
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
import mx.trayecto.indicators.catalogue.Catalogue;
import mx.trayecto.platform.concurrency.MergePatch;
import mx.trayecto.platform.concurrency.Preconditions;
import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.CurrentActor;

/** Frameworks and their trees. */
@ApplicationScoped
public class Frameworks {
    private static final int DEEPEST = 6;

    @Inject
    EntityManager database;

    @Inject
    Sql sql;

    @Inject
    CurrentActor actor;

    @Inject
    Preconditions preconditions;

    @Inject
    MergePatch merge;

    @Inject
    Catalogue catalogue;

    FrameworkView set(WriteFramework command) {
        check(command);
        Framework framework = new Framework(actor.get().tenant(), command);
        framework.persist();
        return stored(framework);
    }

    FrameworkView change(UUID id, JsonNode patch) {
        Framework framework = find(id);
        preconditions.check(framework.version);
        WriteFramework command = merge.apply(framework.described(), patch, WriteFramework.class);
        check(command);
        framework.describe(command);
        keepsUsedResults(framework);
        return stored(framework);
    }

    FrameworkView view(UUID id) {
        return FrameworkView.of(find(id));
    }

    List<Framework> page(UUID after, int rows) {
        return Framework.<Framework>find("id > ?1 order by id", after == null ? new UUID(0, 0) : after)
                .page(0, rows)
                .list();
    }

    /**
     * What others may know of a framework.
     *
     * @throws ProblemException 404 where it is absent or another tenant's
     */
    public FrameworkView read(UUID id) {
        return view(id);
    }

    /** The codes that indicators of a framework may hang on; empty where there is no such framework. */
    public Set<String> resultCodes(UUID id) {
        return Framework.<Framework>findByIdOptional(id)
                .map(Framework::resultCodes)
                .orElse(Set.of());
    }

    private static Framework find(UUID id) {
        return Framework.<Framework>findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }

    private FrameworkView stored(Framework framework) {
        requireOwnCode(framework);
        try {
            database.flush();
        } catch (ConstraintViolationException taken) {
            throw ProblemException.of(IndicatorProblem.CODE_TAKEN);
        }
        return FrameworkView.of(framework);
    }

    /** Before it is written; where two come at the same time the database decides. */
    private void requireOwnCode(Framework framework) {
        database.createQuery("select id from Framework where code = :code and id <> :self", UUID.class)
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("code", framework.code)
                .setParameter("self", framework.id)
                .getResultStream()
                .findFirst()
                .ifPresent(id -> {
                    throw IndicatorProblem.codeOf("/v1/frameworks/" + id, actor.get());
                });
    }

    private void check(WriteFramework command) {
        ProblemException faults = ProblemException.of(CommonProblem.VALIDATION);
        catalogue.require(Catalogue.Kind.AGREEMENT, "/agreement", command.agreement(), faults);
        catalogue.require(Catalogue.Kind.PROGRAM, "/program", command.program(), faults);
        tree("/results", command.results(), 1, new HashSet<>(), faults);
        if (faults.hasErrors()) {
            throw faults;
        }
    }

    private static void tree(
            String pointer, List<Result> results, int depth, Set<String> codes, ProblemException faults) {
        if (depth > DEEPEST) {
            faults.error(pointer, "depth", "el árbol tiene demasiados niveles", "the tree is too deep");
            return;
        }
        for (int i = 0; i < results.size(); i++) {
            Result result = results.get(i);
            if (!codes.add(result.code())) {
                faults.error(
                        pointer + "/" + i + "/code", "duplicate", "el código está repetido", "the code is repeated");
            }
            if (result.children() != null) {
                tree(pointer + "/" + i + "/children", result.children(), depth + 1, codes, faults);
            }
        }
    }

    private void keepsUsedResults(Framework framework) {
        List<String> used = sql.list(
                "SELECT DISTINCT result FROM indicator WHERE framework_id = ?", row -> row.getString(1), framework.id);
        if (!framework.resultCodes().containsAll(used)) {
            throw ProblemException.of(IndicatorProblem.RESULT_IN_USE);
        }
    }
}

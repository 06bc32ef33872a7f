package mx.trayecto.programs.eligibility;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;

import mx.trayecto.programs.participant.Attribute;

/**
 * Conditions in CEL (Common Expression Language, cel.dev) over what is known of a participant: checked against the types
 * of her attributes, and bounded in length and in what they may do.
 */
@ApplicationScoped
class Expressions {
    static final String AGE = "age";

    private static final int MOST_KEPT = 1_000;

    private static final CelOptions BOUNDED = CelOptions.current()
            .maxExpressionCodePointSize(1_000)
            .maxParseRecursionDepth(32)
            .comprehensionMaxIterations(1_000)
            .build();

    /** Of whom everything is known; an expression that fails for one of them would fail for every such woman. */
    private static final List<Map<String, Object>> TRIED =
            List.of(woman(true, List.of("spa")), woman(false, List.of()));

    private final Map<String, CelRuntime.Program> compiled = new ConcurrentHashMap<>();
    private CelCompiler compiler;
    private CelRuntime runtime;

    /**
     * What is wrong with an expression.
     *
     * @param line from 1
     * @param column from 1
     */
    record Fault(int line, int column, String message) {}

    /** @return the first thing that is wrong with it; empty where nothing is */
    Optional<Fault> check(String expression) {
        try {
            CelAbstractSyntaxTree tree = compiler().compile(expression).getAst();
            if (!tree.getResultType().equals(SimpleType.BOOL)) {
                return whole(
                        "is no condition: its result is " + tree.getResultType().name());
            }
            CelRuntime.Program program = runtime().createProgram(tree);
            for (Map<String, Object> woman : TRIED) {
                program.eval(woman);
            }
            return Optional.empty();
        } catch (CelEvaluationException e) {
            return whole("cannot be told of somebody of whom everything is known: " + e.getMessage());
        } catch (CelValidationException e) {
            CelIssue issue = e.getErrors().getFirst();
            return Optional.of(new Fault(
                    issue.getSourceLocation().getLine(),
                    issue.getSourceLocation().getColumn() + 1,
                    issue.getMessage()));
        }
    }

    private static Optional<Fault> whole(String message) {
        return Optional.of(new Fault(1, 1, message));
    }

    private static Map<String, Object> woman(boolean flag, List<String> codes) {
        Map<String, Object> known = new HashMap<>();
        known.put(AGE, 30L);
        for (Attribute attribute : Attribute.values()) {
            known.put(
                    attribute.field(),
                    switch (attribute.type()) {
                        case WHOLE -> 4L;
                        case CODE -> "14";
                        case FLAG -> flag;
                        case CODES -> codes;
                    });
        }
        return known;
    }

    /**
     * Whether a checked expression holds.
     *
     * @param known values by name; what is left out is not known
     * @return empty where that hangs on something that is not known, or it does too much
     */
    Optional<Boolean> holds(String expression, Map<String, ?> known) {
        try {
            CelRuntime.Program program = compiled.get(expression);
            if (program == null) {
                program = runtime().createProgram(compiler().compile(expression).getAst());
                if (compiled.size() > MOST_KEPT) {
                    compiled.clear();
                }
                compiled.put(expression, program);
            }
            return program.eval(known) instanceof Boolean holds ? Optional.of(holds) : Optional.empty();
        } catch (CelEvaluationException | CelValidationException e) {
            return Optional.empty();
        }
    }

    private synchronized CelRuntime runtime() {
        if (runtime == null) {
            runtime = CelRuntimeFactory.standardCelRuntimeBuilder()
                    .setOptions(BOUNDED)
                    .build();
        }
        return runtime;
    }

    /** Made when it is first needed: most programmes are for everybody. */
    private synchronized CelCompiler compiler() {
        if (compiler == null) {
            CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                    .setOptions(BOUNDED)
                    .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                    .addVar(AGE, SimpleType.INT);
            for (Attribute attribute : Attribute.values()) {
                builder.addVar(attribute.field(), type(attribute.type()));
            }
            compiler = builder.build();
        }
        return compiler;
    }

    private static CelType type(Attribute.Type type) {
        return switch (type) {
            case WHOLE -> SimpleType.INT;
            case CODE -> SimpleType.STRING;
            case FLAG -> SimpleType.BOOL;
            case CODES -> ListType.create(SimpleType.STRING);
        };
    }
}

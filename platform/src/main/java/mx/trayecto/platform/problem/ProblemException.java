package mx.trayecto.platform.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import mx.trayecto.platform.text.Bilingual;
import mx.trayecto.platform.text.Language;

/** A request that is not carried out, with what its caller is told in either language. Rolls the transaction back. */
public final class ProblemException extends RuntimeException {
    /** A body of a megabyte can hold hundreds of thousands of faults; reading it to the end would serve nobody. */
    private static final int MOST_ERRORS = 100;

    private final transient ProblemType type;
    private transient Bilingual detail;
    private final transient List<Fault> faults = new ArrayList<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    private record Fault(String pointer, String code, Bilingual message) {}

    private ProblemException(ProblemType type) {
        super(type.code(), null, false, false);
        this.type = type;
    }

    public static ProblemException of(ProblemType type) {
        return new ProblemException(type);
    }

    /** Absent, or another tenant's: the two are never told apart. */
    public static ProblemException notFound() {
        return of(CommonProblem.NOT_FOUND);
    }

    public ProblemException detail(String es, String en) {
        detail = new Bilingual(es, en);
        return this;
    }

    /**
     * Adds an error of the request.
     *
     * @throws ProblemException this one, once it tells of so many that nobody would read on
     */
    public ProblemException error(String pointer, String code, String es, String en) {
        if (faults.size() >= MOST_ERRORS) {
            throw this;
        }
        faults.add(new Fault(pointer, code, new Bilingual(es, en)));
        return this;
    }

    public ProblemException header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public boolean hasErrors() {
        return !faults.isEmpty();
    }

    /** Whether the reading of the body has already told of a wrong type there. */
    boolean names(String pointer) {
        return faults.stream().anyMatch(f -> f.code.equals("type") && f.pointer.equals(pointer));
    }

    public ProblemType type() {
        return type;
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** What a caller is told in a language. */
    public Problem describe(Language language, String traceId) {
        return new Problem(
                "/problems/" + type.code(),
                language == Language.EN ? type.en() : type.es(),
                type.status(),
                detail == null ? null : detail.in(language),
                "urn:trayecto:request:" + traceId,
                type.code(),
                traceId,
                faults.stream()
                        .map(f -> new Problem.FieldError(f.pointer, f.code, f.message.in(language)))
                        .toList());
    }
}

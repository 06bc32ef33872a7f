package mx.trayecto.participants.registry;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;

import mx.trayecto.platform.audit.Audit;
import mx.trayecto.platform.tasks.RowResult;

/**
 * Leaves a trace of whoever tries whether a CURP is registered: a refusal, or a search that finds nobody, tells something
 * of a hidden woman to who puts two and two together. No trace has anything of the CURP, not even its token: who could
 * compare tokens would learn from the audit whose it was.
 */
@ApplicationScoped
public class CurpTraces {
    static final String SEARCHED = "searchByCurp";
    static final String REFUSED = "refuseCurp";
    static final String SEARCHES = "trayecto.curp.searches";
    static final String REFUSALS = "trayecto.curp.refusals";

    @Inject
    Audit audit;

    @Inject
    MeterRegistry meters;

    /** A search by CURP, in its own transaction. */
    void searched(int found) {
        audit.record(SEARCHED, null, Map.of("found", found));
        meters.counter(SEARCHES, "found", found == 0 ? "none" : "some").increment();
    }

    /** A request that was refused for its CURP: what it did is rolled back by now, so this is a transaction of its own. */
    void refused(String operation) {
        QuarkusTransaction.requiringNew().run(() -> audit.record(REFUSED, null, Map.of("operation", operation)));
        meters.counter(REFUSALS).increment();
    }

    /** Rows of a file, a dry run or not, in the transaction that says what became of them. */
    public void refused(String kind, List<RowResult> results) {
        long rows = results.stream()
                .map(RowResult::problem)
                .filter(problem -> problem != null && problem.type() == ParticipantProblem.DUPLICATE_CURP)
                .count();
        if (rows > 0) {
            audit.record(REFUSED, null, Map.of("operation", "import " + kind, "rows", rows));
            meters.counter(REFUSALS).increment(rows);
        }
    }
}

package mx.trayecto.bench.commits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import mx.trayecto.bench.Benchmark;
import mx.trayecto.bench.Line;
import mx.trayecto.bench.Options;
import mx.trayecto.bench.Outcome;
import mx.trayecto.bench.Report;
import mx.trayecto.bench.ground.Cpu;
import mx.trayecto.bench.ground.Ground;
import mx.trayecto.bench.ground.Site;
import mx.trayecto.bench.ground.Written;
import mx.trayecto.bench.load.Burst;
import mx.trayecto.bench.load.Enrolments;
import mx.trayecto.bench.load.Wire;
import mx.trayecto.proof.ProofFailure;

/**
 * P1: enrolments through the gateway beside the same statements from pgbench in a copy of the same database on the same
 * server. Each round measures both, one after the other; what the events of the first still cause is waited for before
 * the second begins.
 */
public final class AgainstPgbench implements Benchmark {
    private static final double TO_REACH = 0.5;

    @Override
    public Outcome measure(Ground ground, Options options) {
        Site site = ground.site();
        Enrolments enrolments = new Enrolments(site.coordinator(), site.women(), site.cohorts());
        Script script = new Script();
        script.requireSame(captured(ground, enrolments, site.cohorts().getFirst()));
        Report.say("  %d statements an enrolment; copying, warming up".formatted(script.statements()));
        ground.settle();
        ground.copyPrograms(List.of(Reference.DATABASE));
        enrolments.warmUp(options.numbers("clients").getLast(), options.seconds("warm-up-s"));
        Reference reference = new Reference(ground, site, script, options.text("reference"));
        List<Line> lines = new ArrayList<>();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("reference", reference.version());
        details.put("statements", script.statements());
        List<String> remarks = new ArrayList<>();
        for (int clients : options.numbers("clients")) {
            List<Map<String, Object>> rounds = new ArrayList<>();
            for (int round = 1; round <= options.number("rounds"); round++) {
                rounds.add(round(ground, enrolments, reference, clients, options.seconds("seconds")));
                Report.say("  %d clients, round %d: %s".formatted(clients, round, rounds.getLast()));
            }
            details.put(clients + " clients", rounds);
            lines.add(Line.atLeast(
                    "enrolments/s / pgbench, %d clients".formatted(clients), "", all(rounds, "ratio"), TO_REACH));
            remarks.add(("%d clients: %.0f enrolments/s (pgbench %.0f/s), p99 %.0f ms; CPU ms an enrolment %.2f"
                            + " (pgbench's server %.2f, itself %.2f); of the processors the host gave to others %.0f%%"
                            + " (%.0f%%)")
                    .formatted(
                            clients,
                            median(rounds, "perSecond"),
                            median(rounds, "referencePerSecond"),
                            median(rounds, "p99Millis"),
                            median(rounds, "cpuMillis"),
                            median(rounds, "referenceCpuMillis"),
                            median(rounds, "pgbenchCpuMillis"),
                            100 * median(rounds, "stolen"),
                            100 * median(rounds, "referenceStolen")));
        }
        long stored = ground.database("programs")
                .number("SELECT count(*) FROM enrollment WHERE tenant_id = '" + site.tenant() + "'");
        if (site.enrolledByFigures() != stored) {
            throw new ProofFailure("the figures say " + site.enrolledByFigures() + " enrolled, stored are " + stored);
        }
        return new Outcome("p1", lines, details, remarks);
    }

    private static List<String> captured(Ground ground, Enrolments enrolments, String cohort) {
        return Capture.of(ground, () -> {
            try (Wire wire = new Wire(enrolments.caller().host())) {
                for (int n = 0; n < 3; n++) { // the first one of a cohort makes the row of its seats
                    wire.exchange(enrolments.request(cohort));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Map<String, Object> round(
            Ground ground, Enrolments enrolments, Reference reference, int clients, Duration time) {
        Written before = Written.in(ground.database("programs"));
        Cpu cpu = new Cpu(ground.processes());
        Burst burst = enrolments.run(clients, time);
        Map<String, Double> during = cpu.read();
        ground.settle();
        Map<String, Double> after = cpu.read();
        Written.in(ground.database("programs")).requireSince(before, burst.acknowledged(), "through the gateway");
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("perSecond", burst.perSecond());
        told.put("acknowledged", burst.acknowledged());
        told.put("refused", burst.refused());
        told.put("stolen", burst.stolen());
        told.put("p50Millis", burst.millis(0.5));
        told.put("p99Millis", burst.millis(0.99));
        told.put("cpuMillis", 1e3 * (Cpu.sum(during) + Cpu.sum(after)) / burst.acknowledged());
        told.put("cpuDuring", during);
        told.put("cpuUntilSettled", after);
        reference.run(clients, time, told);
        told.put("ratio", burst.perSecond() / (double) told.get("referencePerSecond"));
        return told;
    }

    private static List<Double> all(List<Map<String, Object>> rounds, String name) {
        return rounds.stream().map(round -> (Double) round.get(name)).toList();
    }

    private static double median(List<Map<String, Object>> rounds, String name) {
        return Line.atLeast("", "", all(rounds, name), 0).median();
    }
}

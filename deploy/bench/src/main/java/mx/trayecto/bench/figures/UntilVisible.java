package mx.trayecto.bench.figures;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import mx.trayecto.bench.Benchmark;
import mx.trayecto.bench.Line;
import mx.trayecto.bench.Options;
import mx.trayecto.bench.Outcome;
import mx.trayecto.bench.Report;
import mx.trayecto.bench.ground.Ground;
import mx.trayecto.bench.ground.Site;
import mx.trayecto.bench.load.Burst;
import mx.trayecto.bench.load.Enrolments;
import mx.trayecto.local.PartName;
import mx.trayecto.proof.stack.Replica;

/**
 * P3: how long after an enrolment's commit the figure shows it, while enrolments come in at half of the rate that the
 * machine manages; with one process of each service, and with two, of which the one that serves is not the one that
 * relays. And what the relay costs.
 */
public final class UntilVisible implements Benchmark {
    private static final double TO_REACH_MILLIS = 100;

    @Override
    public Outcome measure(Ground ground, Options options) {
        Map<String, Object> details = new LinkedHashMap<>();
        List<Line> lines = new ArrayList<>();
        ground.site();
        try (Commits.Times kept = Commits.keepTimes(ground)) {
            lines.addAll(watched(ground, options, details));
        }
        lines.add(new RelayCost().measure(ground, options, details));
        return new Outcome(
                "p3", lines, details, List.of("at %.0f enrolments/s".formatted(details.get("enrolmentsPerSecond"))));
    }

    private static List<Line> watched(Ground ground, Options options, Map<String, Object> details) {
        Site site = ground.site();
        Enrolments enrolments = new Enrolments(site.coordinator(), site.women(), site.cohorts());
        int clients = options.numbers("clients").getFirst();
        enrolments.warmUp(clients, options.seconds("warm-up-s"));
        double half = enrolments.run(clients, options.seconds("seconds")).perSecond() / 2;
        details.put("enrolmentsPerSecond", half);
        Report.say("  at %.0f enrolments/s".formatted(half));
        ground.settle();
        List<Line> lines = new ArrayList<>(visible(ground, enrolments, half, options, "one process each", details));
        List<Replica> second =
                List.of(ground.replica(PartName.PROGRAMS, Map.of()), ground.replica(PartName.INDICATORS, Map.of()));
        try {
            // whoever is started last does not hold the relay's lock
            ground.stack().stop(PartName.PROGRAMS);
            ground.stack().start(PartName.PROGRAMS);
            enrolments.warmUp(clients, options.seconds("warm-up-s").multipliedBy(2)); // twice as many to warm
            ground.settle();
            lines.addAll(visible(ground, enrolments, half, options, "two processes each", details));
        } finally {
            second.forEach(Replica::close);
        }
        return lines;
    }

    private static List<Line> visible(
            Ground ground,
            Enrolments enrolments,
            double perSecond,
            Options options,
            String how,
            Map<String, Object> details) {
        List<Double> answers = new ArrayList<>();
        List<Double> commits = new ArrayList<>();
        List<Map<String, Object>> rounds = new ArrayList<>();
        Duration each = options.seconds("visible-s").dividedBy(options.number("rounds"));
        for (int round = 1; round <= options.number("rounds"); round++) {
            String since = Commits.now(ground);
            CompletableFuture<Burst> load = CompletableFuture.supplyAsync(() -> enrolments.paced(8, perSecond, each));
            long[] watched = Probe.watch(enrolments, ground.site().tenant(), ground.database("indicators"), each);
            Burst burst = load.join();
            ground.settle();
            long[] all = Commits.between(ground, since);
            answers.add(Burst.percentile(watched, 0.99) / 1e6);
            commits.add(Burst.percentile(all, 0.99) / 1e6);
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("watched", watched.length);
            told.put("answerToVisibleP50", Burst.percentile(watched, 0.5) / 1e6);
            told.put("answerToVisibleP99", answers.getLast());
            told.put("commits", all.length);
            told.put("commitToCommitP50", Burst.percentile(all, 0.5) / 1e6);
            told.put("commitToCommitP99", commits.getLast());
            told.put("perSecond", burst.perSecond());
            told.put("answerP99", burst.millis(0.99));
            told.put("stolen", burst.stolen());
            rounds.add(told);
            Report.say("  %s, round %d: %s".formatted(how, round, told));
        }
        details.put(how, rounds);
        return List.of(
                Line.atMost("answer to figure visible, p99, " + how, "ms", answers, TO_REACH_MILLIS),
                Line.atMost("commit to commit of the figure, p99, " + how, "ms", commits, TO_REACH_MILLIS));
    }
}

package mx.trayecto.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import mx.trayecto.bench.cohorts.WholeCohort;
import mx.trayecto.bench.commits.AgainstPgbench;
import mx.trayecto.bench.commits.AsRowsGrow;
import mx.trayecto.bench.figures.UntilVisible;
import mx.trayecto.bench.ground.Ground;
import mx.trayecto.bench.imports.AgainstCopy;
import mx.trayecto.bench.memory.AfterRequests;
import mx.trayecto.bench.start.OneService;
import mx.trayecto.bench.start.WholeStack;
import mx.trayecto.proof.Launch;

/**
 * Measures what is promised of speed and memory, on a suite of its own. Exit status: 0 everything reached, 1 not, 2 not
 * understood.
 */
public final class Bench {
    private static final Map<String, Benchmark> BENCHMARKS = Map.of(
            "p1", new AgainstPgbench(),
            "p3", new UntilVisible(),
            "p4", new AgainstCopy(),
            "p6", new AsRowsGrow(),
            "p7", new OneService(),
            "p8", new AfterRequests(),
            "p10", new WholeStack(),
            "cohort", new WholeCohort());

    private Bench() {}

    public static void main(String[] arguments) {
        Launch.of(arguments, Options::parse, Options::help, Bench::run);
    }

    private static boolean run(Options options) {
        Path root = Launch.root();
        Path target = root.resolve("target/bench");
        Ground ground = new Ground(
                root,
                options.home(target),
                options.number("first-port"),
                options.number("women"),
                options.number("cohorts"));
        Runtime.getRuntime().addShutdownHook(new Thread(ground::close));
        List<Outcome> outcomes = new ArrayList<>();
        boolean all = true;
        for (String name : options.names()) {
            Report.say(name.toUpperCase() + " ...");
            try {
                Outcome outcome = BENCHMARKS.get(name).measure(ground, options);
                Report.write(outcome, Machine.facts(ground), target);
                outcomes.add(outcome);
            } catch (RuntimeException e) { // what the others gave is worth its table all the same
                System.err.println(name.toUpperCase() + " could not be measured: " + e);
                all = false;
            }
        }
        Report.table(outcomes);
        return all && outcomes.stream().allMatch(Outcome::reached);
    }
}

package mx.trayecto.bench.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import mx.trayecto.bench.Benchmark;
import mx.trayecto.bench.Line;
import mx.trayecto.bench.Options;
import mx.trayecto.bench.Outcome;
import mx.trayecto.bench.Report;
import mx.trayecto.bench.ground.Ground;

/** P10: {@code ./suite run --detach} from built jars until it says that everything is ready, without data and with. */
public final class WholeStack implements Benchmark {
    private static final double TO_REACH_SECONDS = 20;

    @Override
    public Outcome measure(Ground ground, Options options) {
        List<Double> empty = new ArrayList<>();
        List<Double> existing = new ArrayList<>();
        ground.suite().run("run", "--detach", "--offline"); // what was not trained yet is trained here
        ground.suite().status("stop");
        for (int round = 1; round <= options.number("stack-starts"); round++) {
            empty.add(seconds(ground, "run", "--detach", "--offline", "--fresh", "--yes"));
            ground.suite().status("stop");
            existing.add(seconds(ground, "run", "--detach", "--offline"));
            Report.say(
                    "  round %d: %.1f s empty, %.1f s existing".formatted(round, empty.getLast(), existing.getLast()));
            if (round < options.number("stack-starts")) {
                ground.suite().status("stop");
            }
        }
        return new Outcome(
                "p10",
                List.of(
                        Line.atMost("whole stack ready, without data", "s", empty, TO_REACH_SECONDS),
                        Line.atMost("whole stack ready, with data", "s", existing, TO_REACH_SECONDS)),
                Map.of(),
                List.of());
    }

    private static double seconds(Ground ground, String... command) {
        long start = System.nanoTime();
        ground.suite().run(command);
        return (System.nanoTime() - start) / 1e9;
    }
}

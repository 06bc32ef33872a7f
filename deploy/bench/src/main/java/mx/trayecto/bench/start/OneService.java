package mx.trayecto.bench.start;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import mx.trayecto.bench.Benchmark;
import mx.trayecto.bench.Line;
import mx.trayecto.bench.Options;
import mx.trayecto.bench.Outcome;
import mx.trayecto.bench.Report;
import mx.trayecto.bench.ground.Ground;
import mx.trayecto.bench.ground.Processes;
import mx.trayecto.bench.load.Caller;
import mx.trayecto.bench.load.Wire;
import mx.trayecto.local.PartName;
import mx.trayecto.proof.Patience;
import mx.trayecto.proof.ProofFailure;

/**
 * P7: one service from its start to the first answer out of the database, as the suite starts it with its AOT cache and
 * without. The other services and its own first process run meanwhile and are idle.
 */
public final class OneService implements Benchmark {
    private static final double TO_REACH = 0.33;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private record Start(double seconds, double cpuSeconds) {}

    @Override
    public Outcome measure(Ground ground, Options options) {
        Caller asks = ground.site().coordinator();
        boolean cached =
                Processes.commandLine(ground.stack().pid(PartName.PROGRAMS)).anyMatch(Program::isCache);
        List<Double> ratios = new ArrayList<>();
        List<Double> cpuRatios = new ArrayList<>();
        List<Map<String, Start>> rounds = new ArrayList<>();
        for (int round = 1; round <= options.number("starts"); round++) {
            Start quick = start(Program.of(ground, false), asks);
            Start plain = start(Program.of(ground, true), asks);
            rounds.add(Map.of("asSuiteStartsIt", quick, "withoutCache", plain));
            Report.say("  round %d: %s".formatted(round, rounds.getLast()));
            ratios.add(quick.seconds / plain.seconds);
            cpuRatios.add(quick.cpuSeconds / plain.cpuSeconds);
        }
        return new Outcome(
                "p7",
                List.of(
                        Line.atMost("start to first 200, cache / plain, wall", "", ratios, TO_REACH),
                        Line.atMost("start to first 200, cache / plain, CPU", "", cpuRatios, TO_REACH)),
                Map.of("rounds", rounds, "suiteUsesCache", cached),
                cached
                        ? List.of()
                        : List.of("The suite starts its services without an AOT cache: nothing to gain yet."));
    }

    private static Start start(Program program, Caller asks) {
        long since = System.nanoTime();
        Process process = program.launch();
        try {
            byte[] request = new Caller(program.url(), asks.token()).get("/v1/cohorts?limit=1");
            while (!answers(program, request)) {
                if (!process.isAlive() || System.nanoTime() - since > PATIENCE.toNanos()) {
                    throw new ProofFailure("the service did not start, see " + program.log());
                }
                Patience.pause(Duration.ofMillis(10));
            }
            double seconds = (System.nanoTime() - since) / 1e9;
            return new Start(seconds, Processes.cpuSeconds(process.pid()));
        } finally {
            process.destroy();
            Patience.until("end of the service", Duration.ofSeconds(30), () -> !process.isAlive());
        }
    }

    private static boolean answers(Program program, byte[] request) {
        try (Wire wire = new Wire(program.url())) {
            return wire.exchange(request).status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}

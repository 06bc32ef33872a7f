package mx.trayecto.proof.fault;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import mx.trayecto.local.PartName;
import mx.trayecto.proof.Options;
import mx.trayecto.proof.Outcome;
import mx.trayecto.proof.Patience;
import mx.trayecto.proof.ProofFailure;
import mx.trayecto.proof.Report;
import mx.trayecto.proof.load.Load;
import mx.trayecto.proof.stack.RelayLock;
import mx.trayecto.proof.stack.Replica;
import mx.trayecto.proof.stack.Signals;
import mx.trayecto.proof.stack.Stack;

/**
 * R2: two replicas of programs-service, many writers on a few women; whichever relays is stopped long enough to lose its
 * lock and goes on with what it believed in, or is killed in the middle.
 */
final class StoppedRelay implements Fault {
    private static final Duration TAKEOVER = Duration.ofSeconds(30);

    private final Stack stack;
    private final Options options;
    private final Path target;

    StoppedRelay(Stack stack, Options options, Path target) {
        this.stack = stack;
        this.options = options;
        this.target = target;
    }

    @Override
    public Outcome prove() {
        int stops = options.number("relay-stops");
        Replica second =
                stack.replica(PartName.PROGRAMS, stack.sparePort(0), Map.of()).start();
        // whoever is started last does not relay: the first to be stopped is not the one that the gateway calls
        stack.stop(PartName.PROGRAMS);
        stack.start(PartName.PROGRAMS);
        try (Trial trial = new Trial(stack, options, target, "R2")) {
            RelayLock lock = new RelayLock(stack, "programs");
            try (Load load = trial.hot(options.number("writers"))) {
                for (int n = 0; n < stops; n++) {
                    Patience.pause(Duration.ofSeconds(2));
                    stop(lock, second, trial);
                    Report.progress("R2", n + 1, stops + 1, trial.writer().acknowledged());
                }
                Patience.pause(Duration.ofSeconds(2));
                kill(lock, second);
                Report.progress("R2", stops + 1, stops + 1, trial.writer().acknowledged());
            }
            trial.verify();
            return trial.outcome(
                    "R2",
                    "relay stopped %d s, killed, taken over".formatted(options.number("relay-stop-s")),
                    stops + 1);
        } finally {
            second.close();
        }
    }

    private void stop(RelayLock lock, Replica second, Trial trial) {
        long holder = holder(lock, second);
        long before = trial.writer().acknowledged();
        Signals.stop(holder);
        try {
            Patience.pause(options.seconds("relay-stop-s"));
            Patience.until(
                    "takeover of the relay",
                    TAKEOVER,
                    () -> lock.holder(both(second)).stream().anyMatch(pid -> pid != holder));
            if (holder == second.pid()) {
                long meanwhile = trial.writer().acknowledged() - before;
                trial.findings().note("writes while their relay was stopped", meanwhile);
                trial.expect("writes go on while their relay is stopped", () -> meanwhile > 0);
            }
        } finally {
            Signals.resume(holder);
        }
    }

    private void kill(RelayLock lock, Replica second) {
        long holder = holder(lock, second);
        Signals.kill(holder);
        List<Long> left = both(second).stream().filter(pid -> pid != holder).toList();
        Patience.until(
                "takeover of the relay", TAKEOVER, () -> lock.holder(left).isPresent());
        if (holder == second.pid()) {
            second.start();
        } else {
            stack.start(PartName.PROGRAMS);
        }
    }

    private long holder(RelayLock lock, Replica second) {
        long[] holder = new long[1];
        Patience.until("a relay", TAKEOVER, () -> {
            holder[0] = lock.holder(both(second)).orElseThrow(() -> new ProofFailure("nobody relays"));
            return true;
        });
        return holder[0];
    }

    private List<Long> both(Replica second) {
        return List.of(stack.pid(PartName.PROGRAMS), second.pid());
    }
}

package mx.trayecto.bench.memory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

import mx.trayecto.bench.Benchmark;
import mx.trayecto.bench.Line;
import mx.trayecto.bench.Options;
import mx.trayecto.bench.Outcome;
import mx.trayecto.bench.ground.Ground;
import mx.trayecto.bench.ground.Processes;
import mx.trayecto.bench.load.Wire;
import mx.trayecto.local.PartName;
import mx.trayecto.proof.ProofFailure;

/** P8: what the four services hold in RAM together once they have answered so many reads and writes of all kinds. */
public final class AfterRequests implements Benchmark {
    private static final double TO_REACH_MEGABYTES = 1_000;
    private static final int CLIENTS = 8;

    @Override
    public Outcome measure(Ground ground, Options options) {
        if (ground.used()) {
            ground.fresh();
        }
        Mix mix = new Mix(ground.site());
        double before = sum(resident(ground));
        int requests = options.number("requests");
        AtomicInteger left = new AtomicInteger(requests);
        List<Thread> clients = new ArrayList<>();
        AtomicInteger unexpected = new AtomicInteger();
        for (int n = 0; n < CLIENTS; n++) {
            clients.add(Thread.ofPlatform().start(() -> unexpected.addAndGet(client(ground, mix, left))));
        }
        for (Thread client : clients) {
            try {
                client.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ProofFailure("interrupted", e);
            }
        }
        if (unexpected.get() > 0) {
            throw new ProofFailure(unexpected + " of " + requests + " requests were refused or broken off");
        }
        ground.settle();
        Map<String, Double> resident = resident(ground);
        return new Outcome(
                "p8",
                List.of(Line.atMost(
                        "four services together after %d requests".formatted(requests),
                        "MB",
                        List.of(sum(resident)),
                        TO_REACH_MEGABYTES)),
                Map.of("megabytes", resident, "megabytesBefore", before),
                List.of("MB by service: " + resident));
    }

    private static int client(Ground ground, Mix mix, AtomicInteger left) {
        int unexpected = 0;
        try (Wire wire = new Wire(ground.stack().url(PartName.GATEWAY))) {
            for (int n = left.getAndDecrement(); n > 0; n = left.getAndDecrement()) {
                if (!mix.next(wire, n)) {
                    unexpected++;
                }
            }
        } catch (IOException e) {
            unexpected++;
        }
        return unexpected;
    }

    private static Map<String, Double> resident(Ground ground) {
        Map<String, Double> megabytes = new TreeMap<>();
        for (PartName part : List.of(PartName.GATEWAY, PartName.PARTICIPANTS, PartName.PROGRAMS, PartName.INDICATORS)) {
            megabytes.put(
                    part.toString(), Processes.residentMegabytes(ground.stack().pid(part)));
        }
        return megabytes;
    }

    private static double sum(Map<String, Double> values) {
        return values.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}

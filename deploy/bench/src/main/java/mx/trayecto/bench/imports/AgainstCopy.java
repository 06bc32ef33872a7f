package mx.trayecto.bench.imports;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import mx.trayecto.bench.Benchmark;
import mx.trayecto.bench.Line;
import mx.trayecto.bench.Options;
import mx.trayecto.bench.Outcome;
import mx.trayecto.bench.Report;
import mx.trayecto.bench.ground.Cpu;
import mx.trayecto.bench.ground.Ground;
import mx.trayecto.bench.ground.Processes;
import mx.trayecto.local.PartName;
import mx.trayecto.proof.ProofFailure;
import mx.trayecto.proof.load.Api;
import mx.trayecto.proof.load.Import;
import mx.trayecto.proof.load.WomenFile;

/**
 * P4: women imported through the gateway beside COPY of the very rows that this has left, in CSV, into a copy of the same
 * databases on the same server. Each round measures both, one after the other, on databases that grow alike. The first
 * import is not measured: it warms up.
 */
public final class AgainstCopy implements Benchmark {
    private static final double TO_REACH = 0.25;
    private static final int LARGEST_FILE = 50_000;
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    @Override
    public Outcome measure(Ground ground, Options options) {
        ground.fresh();
        UUID tenant = UUID.randomUUID();
        Api api = new Api(ground.stack().url(PartName.GATEWAY), ground.stack().token(tenant.toString(), "coordinator"));
        int rows = options.number("rows");
        boolean compare = options.text("compare").equals("yes");
        CopiedRows copied = CopiedRows.into(ground, tenant);
        ground.start(PartName.PARTICIPANTS, Map.of("TRAYECTO_DUPLICATES_FIND", Boolean.toString(compare)));
        List<Map<String, Object>> rounds = new ArrayList<>();
        int women = 1;
        for (int round = 0; round <= options.number("import-rounds"); round++) {
            Map<String, Object> told = round(ground, api, copied, women, rows);
            women += rows;
            Report.say("  %s: %s".formatted(round == 0 ? "warming up" : "round " + round, told));
            if (round > 0) {
                rounds.add(told);
            }
        }
        ground.stack().stop(PartName.PARTICIPANTS);
        ground.stack().start(PartName.PARTICIPANTS);
        return new Outcome(
                "p4",
                List.of(Line.atLeast(
                        "women imported/s / COPY, %d at a time".formatted(rows), "", all(rounds, "ratio"), TO_REACH)),
                Map.of("rounds", rounds, "comparedMeanwhile", compare),
                List.of(
                        "%.0f women/s (COPY %.0f/s); CPU ms a woman %.2f (COPY's server %.2f); live heap %.0f MB at most"
                                .formatted(
                                        median(rounds, "perSecond"),
                                        median(rounds, "copyPerSecond"),
                                        median(rounds, "cpuMillis"),
                                        median(rounds, "copyCpuMillis"),
                                        all(rounds, "heapMegabytes").stream()
                                                .mapToDouble(Double::doubleValue)
                                                .max()
                                                .orElse(0))));
    }

    private static Map<String, Object> round(Ground ground, Api api, CopiedRows copied, int from, int rows) {
        List<byte[]> files = new ArrayList<>();
        for (int n = 0; n < rows; n += LARGEST_FILE) {
            files.add(WomenFile.of(from + n, Math.min(LARGEST_FILE, rows - n)));
        }
        Cpu cpu = new Cpu(ground.processes());
        long began = System.nanoTime();
        for (byte[] file : files) {
            Import.Progress end = Import.of(api, file).end(PATIENCE);
            if (!end.state().equals("done")
                    || !end.rows().get("created").equals(end.rows().get("total"))) {
                throw new ProofFailure("the import ended " + end);
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        Map<String, Double> during = cpu.read();
        ground.published("participants");
        Map<String, Double> after = cpu.read();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("perSecond", rows / seconds);
        told.put("cpuMillis", 1e3 * (Cpu.sum(during) + Cpu.sum(after)) / rows);
        told.put("cpuDuring", during);
        told.put("cpuUntilPublished", after);
        told.put("heapMegabytes", LiveHeap.megabytes(ground.stack().pid(PartName.PARTICIPANTS)));
        told.put("residentMegabytes", Processes.residentMegabytes(ground.stack().pid(PartName.PARTICIPANTS)));
        copied.copy(rows, told);
        told.put("ratio", (double) told.get("perSecond") / (double) told.get("copyPerSecond"));
        return told;
    }

    private static List<Double> all(List<Map<String, Object>> rounds, String name) {
        return rounds.stream().map(round -> (Double) round.get(name)).toList();
    }

    private static double median(List<Map<String, Object>> rounds, String name) {
        return Line.atLeast("", "", all(rounds, name), 0).median();
    }
}

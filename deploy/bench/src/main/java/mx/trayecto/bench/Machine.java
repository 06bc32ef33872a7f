package mx.trayecto.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import mx.trayecto.bench.ground.Ground;
import mx.trayecto.bench.ground.Processes;
import mx.trayecto.local.PartName;
import mx.trayecto.proof.ProofFailure;

/** What it was measured on. */
final class Machine {
    private static final List<String> SETTINGS = List.of(
            "server_version", "fsync", "synchronous_commit", "full_page_writes", "shared_buffers", "max_wal_size");

    private Machine() {}

    /** @throws ProofFailure where the database does not keep what it acknowledges */
    static Map<String, Object> facts(Ground ground) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("cores", Runtime.getRuntime().availableProcessors());
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("jvm", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
        facts.put("load1", load());
        facts.put(
                "service",
                String.join(
                        " ",
                        Processes.commandLine(ground.stack().pid(PartName.PROGRAMS))
                                .filter(argument -> argument.startsWith("-X"))
                                .toList()));
        for (String setting : SETTINGS) {
            facts.put(setting, ground.database("postgres").text("SHOW " + setting));
        }
        if (!facts.get("fsync").equals("on") || !facts.get("synchronous_commit").equals("on")) {
            throw new ProofFailure("PostgreSQL runs without fsync or synchronous_commit: nothing to compare");
        }
        return facts;
    }

    /** Processes that wanted a processor in the last minute, on average. */
    private static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        } catch (IOException e) {
            return "unknown";
        }
    }
}

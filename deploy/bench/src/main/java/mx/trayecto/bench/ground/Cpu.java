package mx.trayecto.bench.ground;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Processor seconds by process, as they add up from one reading to the next. */
public final class Cpu {
    private final Map<String, Long> processes;
    private Map<String, Double> before = new TreeMap<>();

    public Cpu(Map<String, Long> processes) {
        this.processes = new LinkedHashMap<>(processes);
        read();
    }

    /** Since the last reading. */
    public Map<String, Double> read() {
        Map<String, Double> now = new TreeMap<>();
        processes.forEach((name, pid) -> now.put(name, Processes.cpuSeconds(pid)));
        Map<String, Double> spent = new TreeMap<>();
        now.forEach((name, seconds) -> spent.put(name, seconds - before.getOrDefault(name, 0.0)));
        before = now;
        return spent;
    }

    public static double sum(Map<String, Double> spent) {
        return spent.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}

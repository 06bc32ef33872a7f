package mx.trayecto.proof;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import mx.trayecto.proof.fault.Damage;

/** What is proved and how hard; every figure can be set as {@code --name value}. */
public final class Options {
    private static final Map<String, String> DEFAULTS = new LinkedHashMap<>();

    static {
        DEFAULTS.put("only", "R1,R2,R3,R4,R11,R8");
        DEFAULTS.put("clients", "8");
        DEFAULTS.put("pace-ms", "40");
        DEFAULTS.put("seed", "");
        DEFAULTS.put("home", "");
        DEFAULTS.put("first-port", "18080");
        DEFAULTS.put("kills", "50");
        DEFAULTS.put("relay-stops", "3");
        DEFAULTS.put("relay-stop-s", "15");
        DEFAULTS.put("hot", "20");
        DEFAULTS.put("writers", "16");
        DEFAULTS.put("rebalances", "4");
        DEFAULTS.put("pause-s", "60");
        DEFAULTS.put("rebuild-kills", "1");
        DEFAULTS.put("poison-among", "10000");
        DEFAULTS.put("outage-s", "10");
        DEFAULTS.put("sabotage", "");
        DEFAULTS.put("damage", "");
        DEFAULTS.put("expect", "kept");
    }

    private final Map<String, String> values;

    private Options(Map<String, String> values) {
        this.values = values;
    }

    static Options parse(List<String> arguments) {
        Map<String, String> values = new LinkedHashMap<>(DEFAULTS);
        List<String> left = new ArrayList<>(arguments);
        while (!left.isEmpty()) {
            String option = left.removeFirst();
            if (!option.startsWith("--") || !DEFAULTS.containsKey(option.substring(2)) || left.isEmpty()) {
                throw new IllegalArgumentException(option);
            }
            String name = option.substring(2);
            String value = left.removeFirst();
            if (DEFAULTS.get(name).matches("\\d+") && !value.matches("\\d{1,9}")) {
                throw new IllegalArgumentException(option + " " + value);
            }
            values.put(name, value);
        }
        if (values.get("seed").isEmpty()) {
            values.put("seed", Long.toString(System.nanoTime() & 0xffffff));
        }
        return new Options(values);
    }

    static String help() {
        StringBuilder help = new StringBuilder("""
                Needs Linux (/proc) and a built checkout. Options and their defaults; R8 goes last, for what it writes into
                the topics is nobody's. To see a proof fail: --expect broken with --sabotage (mark-before-ack,
                id-before-lock, skip-offset-check, advance-before-apply) or --damage (%s).
                """.formatted(Damage.names()));
        DEFAULTS.forEach((name, value) -> help.append("  --%-14s %s%n".formatted(name, value)));
        return help.toString();
    }

    /** What R8 writes into the topics is nobody's and partly unreadable: it goes last, wherever it is named. */
    public List<String> only() {
        return Arrays.stream(values.get("only").split(","))
                .sorted(Comparator.comparing("R8"::equals))
                .toList();
    }

    public int number(String name) {
        return Integer.parseInt(values.get(name));
    }

    public Duration seconds(String name) {
        return Duration.ofSeconds(number(name));
    }

    public Duration pace() {
        return Duration.ofMillis(number("pace-ms"));
    }

    public long seed() {
        return Long.parseLong(values.get("seed"));
    }

    /** One word, or empty. */
    public String text(String name) {
        return values.get(name);
    }

    /** Whether a proof with something broken on purpose is to find it. */
    boolean expectsBroken() {
        return values.get("expect").equals("broken");
    }

    Path home(Path target) {
        return values.get("home").isEmpty() ? target.resolve("home") : Path.of(values.get("home"));
    }
}

package mx.trayecto.proof;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import mx.trayecto.proof.fault.Damage;

/** What is proved and how hard; every figure can be set as {@code --name value}. */
public final class Options extends Settings {
    private static final Map<String, String> DEFAULTS = new LinkedHashMap<>();

    static {
        DEFAULTS.put("only", "R1,R2,R3,R4,R9,R11,R12,consent,access,R8");
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
        DEFAULTS.put("rows", "50000");
        DEFAULTS.put("import-kills", "10");
        DEFAULTS.put("outage-s", "45"); // longer than a relay waits for an acknowledgement
        DEFAULTS.put("restores", "1");
        DEFAULTS.put("stating", "20");
        DEFAULTS.put("sabotage", "");
        DEFAULTS.put("damage", "");
        DEFAULTS.put("expect", "kept");
    }

    /** What an option may say; several of them with commas between. */
    private static final String SABOTAGES = "mark-before-ack, id-before-lock, skip-offset-check, advance-before-apply,"
            + " drop-unreadable, ask-broker";

    private static final Map<String, List<String>> CHOICES = Map.of(
            "only",
            List.of(DEFAULTS.get("only").split(",")),
            "expect",
            List.of("kept", "broken"),
            "damage",
            List.of(("," + Damage.names()).split(", ?")),
            "sabotage",
            List.of(("," + SABOTAGES).split(", ?")));

    private Options(Map<String, String> values) {
        super(values);
    }

    static Options parse(List<String> arguments) {
        Map<String, String> values = new LinkedHashMap<>(DEFAULTS);
        values.putAll(read(DEFAULTS, arguments, word -> {
            throw new IllegalArgumentException(word);
        }));
        if (values.get("seed").isEmpty()) {
            values.put("seed", Long.toString(System.nanoTime() & 0xffffff));
        }
        CHOICES.forEach((name, allowed) -> {
            for (String choice : values.get(name).split(",", -1)) {
                if (!allowed.contains(choice)) {
                    throw new IllegalArgumentException("--" + name + " " + values.get(name));
                }
            }
        });
        if (!values.get("seed").matches("\\d{1,18}")) {
            throw new IllegalArgumentException("--seed " + values.get("seed"));
        }
        return new Options(values);
    }

    static String help() {
        StringBuilder help = new StringBuilder("""
                Needs Linux (/proc) and a built checkout. Options and their defaults; R8 goes last, for what it writes into
                the topics is nobody's. To see a proof fail: --expect broken with
                --sabotage (%s)
                or --damage (%s).
                """.formatted(SABOTAGES, Damage.names()));
        DEFAULTS.forEach((name, value) -> help.append("  --%-14s %s%n".formatted(name, value)));
        return help.toString();
    }

    /** What R8 writes into the topics is nobody's and partly unreadable: it goes last, wherever it is named. */
    public List<String> only() {
        return Arrays.stream(text("only").split(","))
                .sorted(Comparator.comparing("R8"::equals))
                .toList();
    }

    public Duration pace() {
        return Duration.ofMillis(number("pace-ms"));
    }

    public long seed() {
        return Long.parseLong(text("seed"));
    }

    /** Whether a proof with something broken on purpose is to find it. */
    boolean expectsBroken() {
        return text("expect").equals("broken");
    }
}

package mx.trayecto.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import mx.trayecto.proof.Settings;

/** What is measured and for how long; every figure can be set as {@code --name value}. */
public final class Options extends Settings {
    private static final List<String> NAMES = List.of("p10", "p8", "p1", "p3", "p6", "p7", "p4", "cohort");
    /** First what a full run does, then a quick one. */
    private static final Map<String, List<String>> DEFAULTS = new LinkedHashMap<>();

    static {
        DEFAULTS.put("rounds", List.of("5", "2"));
        DEFAULTS.put("seconds", List.of("6", "3"));
        DEFAULTS.put("warm-up-s", List.of("240", "5")); // so long the second compiler takes
        DEFAULTS.put("clients", List.of("8,32", "8"));
        DEFAULTS.put("cohorts", List.of("256", "256"));
        DEFAULTS.put("women", List.of("400000", "100000"));
        DEFAULTS.put("visible-s", List.of("30", "8"));
        DEFAULTS.put("few", List.of("10000", "10000"));
        DEFAULTS.put("many", List.of("1000000", "100000"));
        DEFAULTS.put("rows", List.of("50000", "10000")); // of one import; 1000000 are twenty files one after the other
        DEFAULTS.put("import-rounds", List.of("4", "2"));
        DEFAULTS.put("compare", List.of("no", "no")); // "yes": while the new records are compared with the others
        DEFAULTS.put("cohort-women", List.of("5000", "1000"));
        DEFAULTS.put("cohort-rounds", List.of("3", "1"));
        DEFAULTS.put("requests", List.of("10000", "2000"));
        DEFAULTS.put("starts", List.of("5", "1"));
        DEFAULTS.put("stack-starts", List.of("3", "1"));
        DEFAULTS.put("reference", List.of("", "")); // "jdbc" where pgbench is not to be taken although it is there
        DEFAULTS.put("home", List.of("", ""));
        DEFAULTS.put("first-port", List.of("28080", "28080"));
    }

    private final List<String> names;

    private Options(List<String> names, Map<String, String> values) {
        super(values);
        this.names = names;
    }

    static Options parse(List<String> arguments) {
        int kind = arguments.contains("--quick") ? 1 : 0;
        Map<String, String> full = new LinkedHashMap<>();
        Map<String, String> values = new LinkedHashMap<>();
        DEFAULTS.forEach((name, both) -> {
            full.put(name, both.getFirst());
            values.put(name, both.get(kind));
        });
        List<String> asked = new ArrayList<>();
        List<String> left = new ArrayList<>(arguments);
        left.remove("--quick");
        values.putAll(read(full, left, word -> {
            String name = word.toLowerCase(Locale.ROOT);
            if (!NAMES.contains(name)) {
                throw new IllegalArgumentException(word);
            }
            asked.add(name);
        }));
        return new Options(
                asked.isEmpty() ? NAMES : NAMES.stream().filter(asked::contains).toList(), values);
    }

    static String help() {
        StringBuilder help = new StringBuilder("./suite bench [--quick] [names ...] with the names " + NAMES
                + " and the options (default, with --quick):\n");
        DEFAULTS.forEach((name, defaults) ->
                help.append("  --%-14s %s, %s%n".formatted(name, defaults.getFirst(), defaults.getLast())));
        return help.toString();
    }

    List<String> names() {
        return names;
    }
}

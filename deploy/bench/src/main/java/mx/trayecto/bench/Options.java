package mx.trayecto.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is measured and for how long; every figure can be set as {@code --name value}. */
public final class Options {
    private static final List<String> NAMES = List.of("p10", "p8", "p1", "p3", "p6", "p7");
    /** First what a full run does, then a quick one. */
    private static final Map<String, List<String>> DEFAULTS = new LinkedHashMap<>();

    static {
        DEFAULTS.put("rounds", List.of("5", "2"));
        DEFAULTS.put("seconds", List.of("6", "3"));
        DEFAULTS.put("warm-up-s", List.of("15", "5"));
        DEFAULTS.put("clients", List.of("8,32", "8"));
        DEFAULTS.put("cohorts", List.of("256", "256"));
        DEFAULTS.put("women", List.of("400000", "100000"));
        DEFAULTS.put("visible-s", List.of("30", "8"));
        DEFAULTS.put("few", List.of("10000", "10000"));
        DEFAULTS.put("many", List.of("1000000", "100000"));
        DEFAULTS.put("requests", List.of("10000", "2000"));
        DEFAULTS.put("starts", List.of("5", "1"));
        DEFAULTS.put("stack-starts", List.of("3", "1"));
        DEFAULTS.put("home", List.of("", ""));
        DEFAULTS.put("first-port", List.of("28080", "28080"));
    }

    private final List<String> names;
    private final Map<String, String> values;

    private Options(List<String> names, Map<String, String> values) {
        this.names = names;
        this.values = values;
    }

    static Options parse(List<String> arguments) {
        int kind = arguments.contains("--quick") ? 1 : 0;
        Map<String, String> values = new LinkedHashMap<>();
        DEFAULTS.forEach((name, defaults) -> values.put(name, defaults.get(kind)));
        List<String> asked = new ArrayList<>();
        List<String> left = new ArrayList<>(arguments);
        left.remove("--quick");
        while (!left.isEmpty()) {
            String word = left.removeFirst();
            if (NAMES.contains(word.toLowerCase(Locale.ROOT))) {
                asked.add(word.toLowerCase(Locale.ROOT));
            } else if (word.startsWith("--") && DEFAULTS.containsKey(word.substring(2)) && !left.isEmpty()) {
                values.put(word.substring(2), left.removeFirst());
            } else {
                throw new IllegalArgumentException(word);
            }
        }
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

    public int number(String name) {
        return Integer.parseInt(values.get(name));
    }

    public List<Integer> numbers(String name) {
        return Arrays.stream(values.get(name).split(",")).map(Integer::valueOf).toList();
    }

    public Duration seconds(String name) {
        return Duration.ofSeconds(number(name));
    }

    Path home(Path target) {
        return values.get("home").isEmpty() ? target.resolve("home") : Path.of(values.get("home"));
    }
}

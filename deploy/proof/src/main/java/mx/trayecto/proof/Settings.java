package mx.trayecto.proof;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What a program was told as {@code --name value}; the rest is as it is by default. */
public class Settings {
    private final Map<String, String> values;

    protected Settings(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * What was told, by name. Where the example is a number, or numbers with commas between, nothing else is taken.
     *
     * @param examples of every option there is
     * @param word takes what is no option, or refuses it
     * @throws IllegalArgumentException naming what is not understood
     */
    protected static Map<String, String> read(
            Map<String, String> examples, List<String> arguments, Consumer<String> word) {
        Map<String, String> told = new LinkedHashMap<>();
        List<String> left = new ArrayList<>(arguments);
        while (!left.isEmpty()) {
            String argument = left.removeFirst();
            if (!argument.startsWith("--")) {
                word.accept(argument);
                continue;
            }
            String name = argument.substring(2);
            if (!examples.containsKey(name) || left.isEmpty()) {
                throw new IllegalArgumentException(argument);
            }
            String value = left.removeFirst();
            if (!like(examples.get(name), value)) {
                throw new IllegalArgumentException(argument + " " + value);
            }
            told.put(name, value);
        }
        return told;
    }

    private static boolean like(String example, String value) {
        String number = "\\d{1,9}";
        String numbers = number + "(," + number + ")*";
        return example.matches(number) ? value.matches(number) : !example.matches(numbers) || value.matches(numbers);
    }

    public final int number(String name) {
        return Integer.parseInt(values.get(name));
    }

    public final List<Integer> numbers(String name) {
        return Arrays.stream(values.get(name).split(",")).map(Integer::valueOf).toList();
    }

    public final Duration seconds(String name) {
        return Duration.ofSeconds(number(name));
    }

    /** One word, or empty. */
    public final String text(String name) {
        return values.get(name);
    }

    /** The folder of the suite that is used; beside the results unless told otherwise. */
    public final Path home(Path target) {
        return text("home").isEmpty() ? target.resolve("home") : Path.of(text("home"));
    }
}

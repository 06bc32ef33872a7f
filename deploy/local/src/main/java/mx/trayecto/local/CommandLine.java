package mx.trayecto.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A command, its words and its options: {@code --name value}, {@code --name=value} or, for switches, {@code --name}. */
record CommandLine(String command, List<String> words, Map<String, String> options) {

    static CommandLine parse(List<String> arguments, Set<String> switches, Set<String> valued) {
        var words = new ArrayList<String>();
        var options = new HashMap<String, String>();
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            var argument = rest.next();
            if (!argument.startsWith("-")) {
                words.add(argument);
                continue;
            }
            var parts = argument.replaceFirst("^--?", "").split("=", 2);
            if (switches.contains(parts[0]) && parts.length == 1) {
                options.put(parts[0], "");
            } else if (valued.contains(parts[0]) && parts.length == 2) {
                options.put(parts[0], parts[1]);
            } else if (valued.contains(parts[0]) && rest.hasNext()) {
                options.put(parts[0], rest.next());
            } else if (valued.contains(parts[0])) {
                throw new Misuse("The option " + argument + " wants a value.");
            } else {
                throw new Misuse("There is no option " + argument + " here.");
            }
        }
        var command = words.isEmpty() ? "help" : words.removeFirst();
        return new CommandLine(command, List.copyOf(words), Map.copyOf(options));
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name)).filter(value -> !value.isBlank());
    }

    /** A command line that says nothing we know: exit status 2. */
    static final class Misuse extends RuntimeException {
        Misuse(String message) {
            super(message);
        }
    }
}

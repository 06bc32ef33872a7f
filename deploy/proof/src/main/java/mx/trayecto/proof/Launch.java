package mx.trayecto.proof;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** How a program of this kind is called. Exit status: 0 everything as promised, 1 not, 2 not understood. */
public final class Launch {
    private Launch() {}

    /**
     * Ends the JVM with the exit status.
     *
     * @param parse throws IllegalArgumentException naming what it does not understand
     */
    public static <T> void of(
            String[] arguments, Function<List<String>, T> parse, Supplier<String> help, Predicate<T> work) {
        if (List.of(arguments).contains("--help")) {
            System.out.print(help.get());
            System.exit(0);
        }
        T options;
        try {
            options = parse.apply(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println("Not understood: " + e.getMessage() + "\n" + help.get());
            System.exit(2);
            return;
        }
        System.exit(work.test(options) ? 0 : 1);
    }

    /** The checkout, built. */
    public static Path root() {
        return Path.of(System.getProperty("trayecto.root", "."))
                .toAbsolutePath()
                .normalize();
    }
}

package mx.trayecto.local;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the person at the terminal is told while the suite works. */
final class Terminal {

    private Terminal() {}

    static void say(String text) {
        System.out.println(text);
    }

    static String list(Collection<PartName> names) {
        return names.stream().map(PartName::toString).collect(Collectors.joining(", "));
    }

    static String since(long nanoTime) {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - nanoTime) / 1e9);
    }

    /** Asks for a yes; without a terminal there is nobody to give it. */
    static boolean confirmed(String question) {
        var console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new LocalStackException(question + " Nobody is here to be asked: add --yes to confirm.");
        }
        var answer = console.readLine("%s [y/N] ", question);
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes|s|sí|si");
    }
}

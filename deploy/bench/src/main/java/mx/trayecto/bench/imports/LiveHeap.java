package mx.trayecto.bench.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import mx.trayecto.proof.ProofFailure;

/** What a JVM's heap holds once the garbage is out. */
final class LiveHeap {
    private static final Pattern LIVE = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    private LiveHeap() {}

    /** Counts the objects that are reached, which collects the garbage first. */
    static double megabytes(long pid) {
        Matcher total = LIVE.matcher(told("GC.class_histogram", pid));
        if (!total.find()) {
            throw new ProofFailure("process " + pid + " does not tell of its heap");
        }
        return Long.parseLong(total.group(1)) / (1024.0 * 1024.0);
    }

    private static String told(String command, long pid) {
        try {
            Process jcmd = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(pid),
                            command)
                    .redirectErrorStream(true)
                    .start();
            return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

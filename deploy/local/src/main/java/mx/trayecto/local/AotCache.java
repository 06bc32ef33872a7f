package mx.trayecto.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a JVM learned of a service in a training run, so that the next ones start in a fraction of the time (JEP 483, 514).
 * It lies beside the service's jar, one for each JDK, and is good only for that jar and options like those it was made with.
 * Without it everything works, later.
 */
record AotCache(Path jar) {

    private static final String ENDING = ".aot";

    /** What a JVM says beside the reason. */
    private static final List<String> COMMONPLACES = List.of(
            "An error has occurred while processing",
            "Error occurred during initialization",
            "Loading static archive failed",
            "Unable to map shared spaces",
            "Unable to use AOT cache",
            "unrecoverable error");

    Path file() {
        return jar.resolveSibling(System.getProperty("java.vm.version") + ENDING);
    }

    private Path unfinished() {
        return jar.resolveSibling("training" + ENDING);
    }

    /** Whether there is one of this JDK and this jar. */
    boolean present() {
        try {
            return Files.exists(file())
                    && Files.getLastModifiedTime(file()).compareTo(Files.getLastModifiedTime(jar)) >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Options with which a JVM makes it when it ends. Without the second compiler, so that no profiles are kept: those of
     * a start are no guide to what comes after it, and compiling by them made every start five seconds longer.
     */
    List<String> training() {
        return List.of("-XX:TieredStopAtLevel=1", "-XX:AOTCacheOutput=" + unfinished());
    }

    /** Options with which a JVM uses it; silent where it cannot, since {@link #refusal} tells that in our own words. */
    List<String> use() {
        return present() ? List.of("-XX:AOTCache=" + file(), "-Xlog:aot*=off") : List.of();
    }

    /**
     * Why a JVM of these options would not use it although it is there; asks a JVM, a matter of a tenth of a second.
     *
     * @param options those of the service's JVM
     */
    Optional<String> refusal(List<String> options) {
        if (!present()) {
            return Optional.empty();
        }
        var command = new ArrayList<>(List.of(Checkout.java()));
        command.addAll(options);
        command.addAll(List.of(
                "-XX:AOTCache=" + file(),
                "-XX:AOTMode=on",
                "-Xlog:aot*=warning:stdout:none",
                "-cp",
                jar.toString(),
                "-version"));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes());
            return process.onExit().join().exitValue() == 0 ? Optional.empty() : Optional.of(reason(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String reason(String output) {
        return output.lines()
                .filter(line -> !line.isBlank() && COMMONPLACES.stream().noneMatch(line::startsWith))
                .findFirst()
                .orElse("no reason given");
    }

    /** Puts what a training run has left in its place, and those of other JDKs away. */
    void keep() {
        if (!Files.exists(unfinished())) {
            throw new LocalStackException("the JVM has written no " + unfinished());
        }
        try (var others = Files.newDirectoryStream(jar.getParent(), "*" + ENDING)) {
            Files.move(unfinished(), file(), StandardCopyOption.REPLACE_EXISTING);
            for (var other : others) {
                if (!other.equals(file())) {
                    Files.deleteIfExists(other);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

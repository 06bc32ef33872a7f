package mx.trayecto.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A process of the stack. It leads a session of its own, so that Ctrl-C in a terminal reaches the suite alone, which
 * then stops everything in order. It is told apart from a stranger that got its number by a mark in its command line.
 */
final class Daemon {

    private static final long POLL_MILLIS = 50;
    private static final int LOOKS = 4;

    private final ProcessHandle process;
    private final String mark;
    /** Held here because its pipe closes when the garbage collector takes it. */
    private Process watch;

    private Daemon(ProcessHandle process, String mark) {
        this.process = process;
        this.mark = mark;
    }

    /** Starts a command whose arguments contain {@code mark}; what it prints is appended to {@code log}. */
    static Daemon start(List<String> command, Map<String, String> environment, String mark, Path log) {
        var inOwnSession = new ArrayList<>(ownSession());
        inOwnSession.addAll(command);
        var builder = new ProcessBuilder(inOwnSession)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return new Daemon(builder.start().toHandle(), mark);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + command.getFirst() + ": " + e.getMessage(), e);
        }
    }

    /** The live process of this number, if its command line bears the mark. */
    static Optional<Daemon> find(long pid, String mark) {
        return ProcessHandle.of(pid).map(process -> new Daemon(process, mark)).filter(Daemon::alive);
    }

    long pid() {
        return process.pid();
    }

    /** Its command line is empty for a moment while it becomes another program, and for ever once it is a zombie. */
    boolean alive() {
        for (var look = 0; look < LOOKS && process.isAlive(); look++) {
            var line = process.info().commandLine().orElse("");
            if (!line.isEmpty()) {
                return line.contains(mark);
            }
            pause();
        }
        return false;
    }

    /** Asks it to end with a signal, such as {@code TERM}, and kills it when its time is over. */
    void stop(String signal, Duration patience) {
        if (alive()) {
            Signal.send(signal, process.pid());
        }
        if (!waitForEnd(patience)) {
            process.destroyForcibly();
            waitForEnd(Duration.ofSeconds(10));
        }
        if (watch != null) {
            watch.destroy();
        }
    }

    /**
     * Ends it with this JVM, however that ends: a shell waits for the end of a pipe that only this JVM holds, then
     * passes {@code signal} on.
     */
    void endWithThisJvm(String signal) {
        var command = new ArrayList<>(ownSession());
        command.addAll(List.of("sh", "-c", "cat >/dev/null; kill -" + signal + " " + pid()));
        try {
            watch = new ProcessBuilder(command)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean waitForEnd(Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (alive() && System.nanoTime() < deadline) {
            pause();
        }
        return !alive();
    }

    static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while waiting.", e);
        }
    }

    /** A prefix that makes a session and becomes the command, so that the process keeps its number. */
    private static List<String> ownSession() {
        var perl = Path.of("/usr/bin/perl");
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            return List.of("/usr/bin/setsid");
        }
        return Files.isExecutable(perl)
                ? List.of(perl.toString(), "-e", "use POSIX; POSIX::setsid(); exec @ARGV")
                : List.of();
    }
}

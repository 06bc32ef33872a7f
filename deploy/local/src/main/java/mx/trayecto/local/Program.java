package mx.trayecto.local;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A program of the stack: how it is started, and how one sees that it takes requests. */
interface Program {

    String name();

    /** A part of its command line that no other process has. */
    String mark();

    List<String> command();

    default Map<String, String> environment() {
        return Map.of();
    }

    /** The signal on which it ends in order. */
    default String stopSignal() {
        return "TERM";
    }

    Duration startPatience();

    /** How long it may take to end in order, before it is killed. */
    default Duration stopPatience() {
        return Duration.ofSeconds(20);
    }

    /** What is amiss with it and yet no obstacle: said at the terminal and in its log before it starts. */
    default Optional<String> warning() {
        return Optional.empty();
    }

    /** What has to be there before each start. */
    default void prepare() {}

    boolean ready(Daemon daemon);

    /** What is to be done once it is ready, before anybody uses it. */
    default void opened() {}

    /** Whether what it said at its end will pass by itself, so that another try is worth it. */
    default boolean passing(String lastWords) {
        return false;
    }

    /**
     * Starts it and returns when it is ready.
     *
     * @param started gets each process as soon as it exists
     * @throws LocalStackException with the last lines of its log, when it ends instead or takes too long
     */
    default Daemon launch(Path log, Consumer<Daemon> started) {
        prepare();
        warning().ifPresent(warning -> {
            Terminal.say("  WARN " + name() + " " + warning);
            LogTail.add(log, Instant.now().truncatedTo(ChronoUnit.MILLIS) + " WARN  " + name() + " " + warning);
        });
        var deadline = System.nanoTime() + startPatience().toNanos();
        while (true) {
            var tail = LogTail.fromNow(log);
            var daemon = Daemon.start(command(), environment(), mark(), log);
            started.accept(daemon);
            while (daemon.alive()) {
                if (ready(daemon)) {
                    opened();
                    return daemon;
                }
                if (System.nanoTime() > deadline) {
                    daemon.stop(stopSignal(), Duration.ofSeconds(10));
                    throw new LocalStackException("%s is not ready after %d seconds. %s"
                            .formatted(name(), startPatience().toSeconds(), tail.text()));
                }
                Daemon.pause();
            }
            if (!passing(tail.text())) {
                throw new LocalStackException(name() + " ended while starting. " + tail.text());
            }
            Daemon.pause();
        }
    }
}

package mx.trayecto.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A program of the stack with its place in the {@link Home}. Its process number is kept in a file from the moment it
 * exists until it is stopped on purpose: a number without a process tells that it died.
 */
record Part(PartName name, int port, Program program, Path pidFile, Path log) {

    private static final long LARGE_LOG = 20_000_000;

    enum State {
        READY,
        NOT_READY,
        DIED,
        STOPPED
    }

    Optional<Daemon> running() {
        var pid = pid();
        return pid.isPresent() ? Daemon.find(pid.getAsLong(), program.mark()) : Optional.empty();
    }

    State state() {
        var daemon = running();
        if (daemon.isPresent()) {
            return program.ready(daemon.get()) ? State.READY : State.NOT_READY;
        }
        return Files.exists(pidFile) ? State.DIED : State.STOPPED;
    }

    /** Returns when it is ready. */
    void start() {
        setLargeLogAside();
        program.launch(log, daemon -> remember(daemon.pid()));
    }

    void stop() {
        var daemon = running();
        forget();
        daemon.ifPresent(found -> found.stop(program.stopSignal(), program.stopPatience()));
    }

    OptionalLong pid() {
        try {
            return OptionalLong.of(Long.parseLong(Files.readString(pidFile).strip()));
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private void remember(long pid) {
        try {
            Files.writeString(pidFile, pid + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forget() {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void setLargeLogAside() {
        try {
            if (Files.exists(log) && Files.size(log) > LARGE_LOG) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package mx.trayecto.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The {@code ./suite run} that stays at a terminal and stops the stack when it is interrupted. */
record Foreground(Path pidFile) {

    private static final String MARK = "mx.trayecto.local.Suite";

    /** The live one; a number that is left over, from a kill or a crash of the machine, is nobody. */
    Optional<Daemon> present() {
        try {
            return Daemon.find(Long.parseLong(Files.readString(pidFile).strip()), MARK);
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean killed() {
        return Files.exists(pidFile) && present().isEmpty();
    }

    void enter() {
        try {
            Files.writeString(pidFile, ProcessHandle.current().pid() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void leave() {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package mx.trayecto.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/** The folder where the stack keeps its data, keys, logs and process numbers: {@code TRAYECTO_HOME}. */
record Home(Path path) {

    private static final long NEEDED_MEGABYTES = 1_024;

    static Home open(Checkout checkout, Optional<String> given) {
        var path = given.map(Path::of).orElse(checkout.root().resolve(".trayecto"));
        var home = new Home(path.toAbsolutePath().normalize());
        try {
            for (var folder : new String[] {"data", "keys", "logs", "run"}) {
                Files.createDirectories(home.path.resolve(folder));
            }
        } catch (IOException e) {
            throw new LocalStackException("Cannot make the data folder " + path + ": " + e.getMessage() + ".", e);
        }
        if (!Files.isWritable(home.path.resolve("run"))) {
            throw new LocalStackException("No permission to write in " + home.path
                    + ": it is another user's. Set TRAYECTO_HOME to a folder of your own.");
        }
        return home;
    }

    Path data(String name) {
        return path.resolve("data").resolve(name);
    }

    Path keys() {
        return path.resolve("keys");
    }

    Path log(PartName name) {
        return path.resolve("logs").resolve(name + ".log");
    }

    Path run(String name) {
        return path.resolve("run").resolve(name);
    }

    boolean hasData() {
        return Files.exists(data("postgres"));
    }

    /** A database that meets a full disk in the middle of its work is a worse moment to hear of it. */
    void requireSpace() {
        requireSpace(NEEDED_MEGABYTES);
    }

    void requireSpace(long megabytes) {
        try {
            var free = Files.getFileStore(path).getUsableSpace() / (1024 * 1024);
            if (free < megabytes) {
                throw new LocalStackException(("The disk of %s is full: %d MB are free, %d MB are needed. Make room,"
                                + " or set TRAYECTO_HOME to a folder on another disk.")
                        .formatted(path, free, megabytes));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes databases and topics; keys and logs stay. */
    void deleteData() {
        try (var files = Files.walk(path.resolve("data"))) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
            Files.createDirectories(path.resolve("data"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package mx.trayecto.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import java.util.stream.Collectors;

/** A file that its owner alone can read, there as a whole or not at all, on the disk before anybody goes on. */
final class PrivateFile {

    private PrivateFile() {}

    /** Made once: the first of several wins. */
    static void write(Path file, String content) {
        try {
            Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwx------"));
            var unfinished = unfinished(file, content);
            try {
                Files.createLink(file, unfinished);
                force(file.getParent());
            } catch (FileAlreadyExistsException madeMeanwhile) {
                // another thread or process was first: its content stands, and every reader reads that
            } finally {
                Files.delete(unfinished);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In place of the one that is there. */
    static void replace(Path file, String content) {
        try {
            Files.move(unfinished(file, content), file, StandardCopyOption.ATOMIC_MOVE);
            force(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As lines in the order of their keys, under a comment. */
    static String text(String comment, Properties properties) {
        return properties.stringPropertyNames().stream()
                .sorted()
                .map(name -> name + "=" + properties.getProperty(name) + "\n")
                .collect(Collectors.joining("", "# " + comment + "\n", ""));
    }

    private static Path unfinished(Path file, String content) throws IOException {
        var unfinished = Files.createTempFile(file.getParent(), "new", ""); // made with rw-------
        Files.writeString(unfinished, content);
        force(unfinished);
        return unfinished;
    }

    private static void force(Path written) throws IOException {
        try (var channel = FileChannel.open(written)) {
            channel.force(true);
        }
    }
}

package mx.trayecto.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that its owner alone can read, made once: there as a whole or not at all, and the first of several wins. */
final class PrivateFile {

    private PrivateFile() {}

    static void write(Path file, String content) {
        try {
            Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwx------"));
            var unfinished = Files.createTempFile(file.getParent(), "new", ""); // made with rw-------
            Files.writeString(unfinished, content);
            try {
                Files.createLink(file, unfinished);
            } catch (FileAlreadyExistsException madeMeanwhile) {
                // another thread or process was first: its content stands, and every reader reads that
            } finally {
                Files.delete(unfinished);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

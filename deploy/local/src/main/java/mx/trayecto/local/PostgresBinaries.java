package mx.trayecto.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs: unpacked once from the archive that the build fetched, into a folder that every stack and
 * every test of this checkout uses.
 */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /** The folder with {@code bin/postgres}; only the first call takes long, some ten seconds. */
    static Path unpacked(Checkout checkout) {
        try {
            var archive = archive(checkout);
            var cache = Files.createDirectories(checkout.root().resolve(".trayecto/cache"));
            var folder =
                    cache.resolve(archive.getFileName().toString().replace(".txz", "") + "-" + Files.size(archive));
            if (!Files.exists(folder)) {
                unpackOnce(archive, folder);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path archive(Checkout checkout) throws IOException {
        var built = checkout.built("postgres");
        try (var files = Files.list(built)) {
            return files.filter(file -> file.toString().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new LocalStackException("No PostgreSQL archive in " + built));
        }
    }

    /** Under a lock, as tests of several modules may start at once; a half unpacked folder never gets the name. */
    private static void unpackOnce(Path archive, Path folder) throws IOException {
        var lockFile = folder.resolveSibling(folder.getFileName() + ".lock");
        try (var channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (lock.isValid() && !Files.exists(folder)) {
                var unfinished = Files.createTempDirectory(folder.getParent(), "unpacking");
                unpack(archive, unfinished);
                Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
                Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private static void unpack(Path archive, Path folder) throws IOException {
        try (var tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(Files.newInputStream(archive))))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var target = folder.resolve(entry.getName()).normalize();
                Files.createDirectories(target.getParent());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else if (entry.isLink()) {
                    Files.createLink(target, folder.resolve(entry.getLinkName()).normalize());
                } else {
                    Files.copy(tar, target);
                    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(mode(entry)));
                }
            }
        }
    }

    private static String mode(TarArchiveEntry entry) {
        return (entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x";
    }
}

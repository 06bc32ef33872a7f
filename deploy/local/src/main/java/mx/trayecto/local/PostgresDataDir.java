package mx.trayecto.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** PostgreSQL's data on disk, and what its files say about the server that runs on them. */
record PostgresDataDir(Path path) {

    static final String SUPERUSER = "postgres";

    private static final String UNFINISHED = "initializing";

    /** Made beside its place and then moved, so that a killed initialization leaves nothing half done in it. */
    void initializeOnce(Path binaries, PostgresAccount account, String superuserPassword) {
        if (Files.exists(path)) {
            return;
        }
        try {
            var unfinished = Files.createTempDirectory(Files.createDirectories(path.getParent()), UNFINISHED);
            account.own(unfinished);
            initialize(binaries, account, unfinished, superuserPassword);
            Files.move(unfinished, path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What killed initializations left: their folders, and the password files that they once wrote. */
    void removeUnfinished() {
        try (var beside = Files.newDirectoryStream(path.getParent(), PostgresDataDir::unfinished)) {
            for (var left : beside) {
                try (var files = Files.walk(left)) {
                    for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.deleteIfExists(file);
                    }
                } catch (NoSuchFileException | DirectoryNotEmptyException | UncheckedIOException alive) {
                    // its programs have outlived who was killed and are still at it; the next start looks again
                }
            }
        } catch (NoSuchFileException e) {
            // nothing was ever begun here
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean unfinished(Path file) {
        return file.getFileName().toString().matches("(" + UNFINISHED + "|password)\\d+");
    }

    /**
     * The password goes through a pipe, so that no kill can leave it in a file. The shell makes the pipe, as the account
     * that opens it: one of ours is closed to the user <i>nobody</i>.
     */
    private static void initialize(Path binaries, PostgresAccount account, Path folder, String superuserPassword)
            throws IOException {
        var command = new ArrayList<>(account.prefix());
        command.addAll(List.of("sh", "-c", "cat | \"$@\"", "sh"));
        // Text is compared byte by byte on every machine, whatever its own language settings.
        command.addAll(List.of(
                binaries.resolve("bin/initdb").toString(),
                "--pgdata=" + folder,
                "--username=" + SUPERUSER,
                "--pwfile=/dev/stdin",
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var password = process.outputWriter()) {
            password.write(superuserPassword + "\n");
        } catch (IOException endedAlready) {
            // its output and its status tell why
        }
        var output = new String(process.getInputStream().readAllBytes());
        if (process.onExit().join().exitValue() != 0) {
            throw new LocalStackException("PostgreSQL's data cannot be initialized: " + output.strip());
        }
    }

    /** Whether the server of this process number takes connections. */
    boolean ready(long pid) {
        var lines = lockLines();
        return lines.size() > 7
                && lines.get(0).equals(Long.toString(pid))
                && lines.get(7).strip().equals("ready");
    }

    /**
     * After a crash of the machine the number in {@code postmaster.pid} may belong to a stranger, for which PostgreSQL
     * would refuse to start. A number of nobody is left to PostgreSQL, which also looks for remains in shared memory.
     */
    void removeLockHeldByStranger() {
        var lines = lockLines();
        if (!lines.isEmpty()) {
            var pid = Long.parseLong(lines.getFirst().strip());
            if (ProcessHandle.of(pid).isPresent()
                    && Daemon.find(pid, "-D " + path).isEmpty()) {
                try {
                    Files.delete(lock());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private Path lock() {
        return path.resolve("postmaster.pid");
    }

    private List<String> lockLines() {
        try {
            return Files.exists(lock()) ? Files.readAllLines(lock()) : List.of();
        } catch (IOException e) {
            return List.of(); // just being replaced
        }
    }
}

package mx.trayecto.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL's data on disk, and what its files say about the server that runs on them. */
record PostgresDataDir(Path path) {

    static final String SUPERUSER = "postgres";

    /** Made beside its place and then moved, so that a killed initialization leaves nothing half done. */
    void initializeOnce(Path binaries, PostgresAccount account, Passwords passwords) {
        if (Files.exists(path)) {
            return;
        }
        try {
            var parent = Files.createDirectories(path.getParent());
            var unfinished = Files.createTempDirectory(parent, "initializing");
            var passwordFile = Files.createTempFile(parent, "password", "");
            Files.writeString(passwordFile, passwords.superuser() + "\n");
            account.own(unfinished);
            account.own(passwordFile);
            try {
                initialize(binaries, account, unfinished, passwordFile);
            } finally {
                Files.delete(passwordFile);
            }
            Files.move(unfinished, path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void initialize(Path binaries, PostgresAccount account, Path folder, Path passwordFile)
            throws IOException {
        var command = new ArrayList<>(account.prefix());
        // Text is compared byte by byte on every machine, whatever its own language settings.
        command.addAll(List.of(
                binaries.resolve("bin/initdb").toString(),
                "--pgdata=" + folder,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
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

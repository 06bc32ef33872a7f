package mx.trayecto.bench.commits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import mx.trayecto.proof.ProofFailure;

/** PostgreSQL's own load generator where this machine has one, else a loop over JDBC that runs the same script. */
final class Pgbench {
    private static final Pattern DONE = Pattern.compile("number of transactions actually processed: (\\d+)");
    private static final Pattern RATE = Pattern.compile("tps = ([\\d.]+) \\(without initial connection time\\)");

    private final List<String> program;

    /** What a run came to. */
    record Run(long transactions, double perSecond) {}

    private Pgbench(List<String> program) {
        this.program = program;
    }

    static Pgbench find() {
        List<Path> candidates = new ArrayList<>();
        for (String folder : System.getenv("PATH").split(":")) {
            candidates.add(Path.of(folder, "pgbench"));
        }
        try (Stream<Path> versions = Files.exists(Path.of("/usr/lib/postgresql"))
                ? Files.list(Path.of("/usr/lib/postgresql"))
                : Stream.empty()) {
            versions.map(version -> version.resolve("bin/pgbench")).forEach(candidates::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return candidates.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new Pgbench(List.of(program.toString())))
                .orElseGet(Pgbench::loop);
    }

    /** In a JVM of its own, so that the server has the processor as it would beside pgbench. */
    static Pgbench loop() {
        return new Pgbench(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+UseSerialGC",
                "--class-path",
                System.getProperty("java.class.path"),
                JdbcLoop.class.getName()));
    }

    String version() {
        List<String> command = new ArrayList<>(program);
        command.add("--version");
        return run(command, Map.of()).strip();
    }

    /** @param place host, port, user, password and database as libpq's environment variables name them */
    Run run(Path script, Map<String, String> place, Map<String, String> variables, int clients, Duration time) {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + clients,
                "--jobs=" + Math.min(clients, Runtime.getRuntime().availableProcessors()),
                "--time=" + Math.max(1, time.toSeconds()),
                "--file=" + script));
        variables.forEach((name, value) -> command.add("--define=" + name + "=" + value));
        String told = run(command, place);
        var done = DONE.matcher(told);
        var rate = RATE.matcher(told);
        if (!done.find() || !rate.find() || !told.contains("number of failed transactions: 0 ")) {
            throw new ProofFailure("pgbench says: " + told);
        }
        return new Run(Long.parseLong(done.group(1)), Double.parseDouble(rate.group(1)));
    }

    private static String run(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new ProofFailure("pgbench failed: " + told);
            }
            return told;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProofFailure("interrupted", e);
        }
    }
}

package mx.trayecto.bench.commits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import mx.trayecto.bench.ground.Ground;
import mx.trayecto.local.PartName;
import mx.trayecto.proof.Patience;

/** The SQL statements of one request, as the server logged them. */
final class Capture {
    private static final Pattern LINE = Pattern.compile(
            "^\\d{4}-\\d\\d-\\d\\d [\\d:.]+ \\S+ \\[(\\d+)] LOG:  (?:execute [^:]*|statement): (.*)$", Pattern.DOTALL);

    private Capture() {}

    /** @return the transaction that wrote an enrolment, from its first statement to its last but COMMIT */
    static List<String> of(Ground ground, Runnable request) {
        Path log = ground.stack().log(PartName.POSTGRES);
        var server = ground.database("postgres");
        server.execute("ALTER SYSTEM SET log_statement = 'all'", "SELECT pg_reload_conf()");
        try {
            Patience.until(
                    "log_statement",
                    Duration.ofSeconds(10),
                    () -> server.text("SHOW log_statement").equals("all"));
            Patience.pause(Duration.ofSeconds(1)); // sessions take new settings between two statements
            long from = Files.size(log);
            request.run();
            List<List<String>> found = new ArrayList<>();
            Patience.until("the request's statements in the log", Duration.ofSeconds(10), () -> {
                found.add(read(log, from));
                return !found.getLast().isEmpty();
            });
            return found.getLast();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            server.execute("ALTER SYSTEM RESET log_statement", "SELECT pg_reload_conf()");
        }
    }

    private static List<String> read(Path log, long from) throws IOException {
        byte[] all = Files.readAllBytes(log);
        Map<String, List<String>> open = new HashMap<>();
        List<String> last = List.of();
        for (String entry : new String(all, (int) from, (int) (all.length - from)).split("\n(?=\\d{4}-)")) {
            Matcher line = LINE.matcher(entry.strip());
            if (line.matches()) {
                String sql = line.group(2)
                        .replaceAll("\\s+", " ")
                        .replaceFirst(" ?;$", "")
                        .strip();
                if (sql.equals("BEGIN")) {
                    open.put(line.group(1), new ArrayList<>());
                } else if (!sql.equals("COMMIT")) {
                    open.getOrDefault(line.group(1), new ArrayList<>()).add(sql);
                } else if (open.containsKey(line.group(1))) {
                    List<String> done = open.remove(line.group(1));
                    if (done.stream().anyMatch(each -> each.toLowerCase().startsWith("insert into enrollment"))) {
                        last = done;
                    }
                }
            }
        }
        return last;
    }
}

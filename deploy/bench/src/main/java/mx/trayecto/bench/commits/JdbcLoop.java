package mx.trayecto.bench.commits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs a script of pgbench where that is not installed: a process of its own that does nothing but send the statements,
 * each prepared once per connection. It understands what the benchmark's script needs ({@code \set} with sums, products
 * and {@code random}; one statement a line), takes the same arguments and environment, and tells the result alike.
 */
public final class JdbcLoop {
    private static final Pattern VARIABLE = Pattern.compile("(?<!:):(\\w+)");
    private static final Pattern SET = Pattern.compile("\\\\set (\\w+) (.+)");
    private static final Pattern RANDOM = Pattern.compile("random\\((.+), (.+)\\)");

    private final List<String> lines;
    private final Map<String, String> told;

    private JdbcLoop(List<String> lines, Map<String, String> told) {
        this.lines = lines;
        this.told = told;
    }

    public static void main(String[] arguments) throws Exception {
        if (Arrays.asList(arguments).contains("--version")) {
            Driver driver = DriverManager.getDriver("jdbc:postgresql:");
            System.out.println("JDBC loop, driver " + driver.getMajorVersion() + "." + driver.getMinorVersion());
            return;
        }
        Map<String, String> options = new HashMap<>();
        Map<String, String> variables = new HashMap<>();
        for (String argument : arguments) {
            String[] sides = argument.substring(2).split("=", 3);
            if (sides[0].equals("define")) {
                variables.put(sides[1], sides[2]);
            } else if (sides.length == 2) {
                options.put(sides[0], sides[1]);
            }
        }
        run(
                new JdbcLoop(read(Path.of(options.get("file"))), variables),
                Integer.parseInt(options.get("client")),
                Duration.ofSeconds(Long.parseLong(options.get("time"))));
    }

    private static List<String> read(Path script) throws IOException {
        return Files.readAllLines(script).stream()
                .map(line -> line.strip().replaceFirst(";$", ""))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static void run(JdbcLoop loop, int clients, Duration time) throws Exception {
        List<Connection> connections = new ArrayList<>();
        for (int n = 0; n < clients; n++) {
            connections.add(connect());
        }
        long began = System.nanoTime();
        long done = 0;
        try (var threads = Executors.newFixedThreadPool(clients)) {
            List<Future<Long>> each = new ArrayList<>();
            for (int n = 0; n < clients; n++) {
                int client = n;
                each.add(threads.submit(() -> loop.client(connections.get(client), client, began + time.toNanos())));
            }
            for (Future<Long> future : each) {
                done += future.get();
            }
        } catch (ExecutionException e) {
            System.err.println(e.getCause());
            System.exit(1);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                "number of transactions actually processed: %d%nnumber of failed transactions: 0 (0.000%%)%n"
                        + "tps = %f (without initial connection time)%n",
                done, done / seconds);
    }

    private static Connection connect() throws SQLException {
        Properties login = new Properties();
        login.put("user", System.getenv("PGUSER"));
        login.put("password", System.getenv("PGPASSWORD"));
        login.put("prepareThreshold", "1");
        login.put("stringtype", "unspecified"); // the server finds the types, as it does for pgbench
        return DriverManager.getConnection(
                "jdbc:postgresql://" + System.getenv("PGHOST") + ":" + System.getenv("PGPORT") + "/"
                        + System.getenv("PGDATABASE"),
                login);
    }

    private long client(Connection connection, int number, long end) throws SQLException {
        Map<String, String> variables = new HashMap<>(told);
        variables.put("client_id", Integer.toString(number));
        Map<String, PreparedStatement> prepared = new HashMap<>();
        long done = 0;
        try (connection) {
            while (System.nanoTime() < end) {
                for (String line : lines) {
                    Matcher set = SET.matcher(line);
                    if (set.matches()) {
                        variables.put(set.group(1), Long.toString(value(set.group(2), variables)));
                    } else {
                        execute(connection, prepared, line, variables);
                    }
                }
                done++;
            }
        }
        return done;
    }

    private static void execute(
            Connection connection, Map<String, PreparedStatement> prepared, String line, Map<String, String> variables)
            throws SQLException {
        PreparedStatement statement = prepared.get(line);
        if (statement == null) {
            statement = connection.prepareStatement(VARIABLE.matcher(line).replaceAll("?"));
            prepared.put(line, statement);
        }
        int place = 1;
        for (Matcher named = VARIABLE.matcher(line); named.find(); ) {
            statement.setString(place++, variables.get(named.group(1)));
        }
        statement.execute();
    }

    /** Of a sum of products of numbers and variables, or a random number between two of them. */
    static long value(String expression, Map<String, String> variables) {
        Matcher random = RANDOM.matcher(expression);
        if (random.matches()) {
            return ThreadLocalRandom.current()
                    .nextLong(value(random.group(1), variables), value(random.group(2), variables) + 1);
        }
        return Arrays.stream(expression.split("\\+"))
                .mapToLong(sum -> Arrays.stream(sum.split("\\*"))
                        .map(String::strip)
                        .mapToLong(factor ->
                                Long.parseLong(factor.startsWith(":") ? variables.get(factor.substring(1)) : factor))
                        .reduce(1, (a, b) -> a * b))
                .sum();
    }
}

package mx.trayecto.bench.figures;

import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import mx.trayecto.bench.ground.Database;
import mx.trayecto.bench.ground.Ground;
import mx.trayecto.local.PartName;
import mx.trayecto.proof.Patience;

/** When PostgreSQL committed what, by its own clock: of every enrolment, not only of those that are watched. */
final class Commits {
    private Commits() {}

    /** The server keeps the time of commits until this is closed. */
    interface Times extends AutoCloseable {
        @Override
        void close();
    }

    static Times keepTimes(Ground ground) {
        keepTimes(ground, true);
        return () -> keepTimes(ground, false);
    }

    /** From its next start on; the services find it again by themselves. */
    private static void keepTimes(Ground ground, boolean keep) {
        ground.database("postgres").execute("ALTER SYSTEM SET track_commit_timestamp = " + (keep ? "on" : "off"));
        ground.stack().stop(PartName.POSTGRES);
        ground.stack().start(PartName.POSTGRES);
        Patience.until(
                "services ready again",
                Duration.ofMinutes(1),
                () -> ground.suite().status("status") == 0);
    }

    static String now(Ground ground) {
        return ground.database("programs").text("SELECT now()");
    }

    /** @return nanoseconds from the commit of each enrolment since then to the commit of its fact */
    static long[] between(Ground ground, String since) {
        Map<String, Instant> enrolled = times(
                ground.database("programs"),
                "SELECT id, pg_xact_commit_timestamp(xmin) FROM enrollment WHERE created_at >= '" + since + "'");
        Map<String, Instant> counted = times(
                ground.database("indicators"),
                "SELECT subject, pg_xact_commit_timestamp(xmin) FROM fact WHERE kind = 'enrolled'"
                        + " AND pg_xact_commit_timestamp(xmin) >= '" + since + "'");
        return enrolled.entrySet().stream()
                .mapToLong(each -> Duration.between(each.getValue(), counted.get(each.getKey()))
                        .toNanos())
                .toArray();
    }

    private static Map<String, Instant> times(Database database, String query) {
        return database.with(connection -> {
            Map<String, Instant> times = new HashMap<>();
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(query)) {
                while (row.next()) {
                    times.put(row.getString(1), row.getTimestamp(2).toInstant());
                }
            }
            return times;
        });
    }
}

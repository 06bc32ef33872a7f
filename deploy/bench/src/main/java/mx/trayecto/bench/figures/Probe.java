package mx.trayecto.bench.figures;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import mx.trayecto.bench.ground.Database;
import mx.trayecto.bench.load.Enrolments;
import mx.trayecto.bench.load.Wire;
import mx.trayecto.proof.ProofFailure;

/**
 * One enrolment after another, each watched from its answer until another session sees its fact. A fact and the cells of
 * the declared tables that it changes become visible in one commit, so whoever sees the fact reads the new figure.
 */
final class Probe {
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final String VISIBLE = "SELECT FROM fact WHERE tenant_id = ? AND subject = ? AND kind = 'enrolled'"
            + " AND item = '00000000-0000-0000-0000-000000000000'";

    /** Each look costs what an event's share of a batch does: more often would keep busy what is measured. */
    private static final long LOOK_NANOS = 5_000_000;

    private static final long BETWEEN_NANOS = 20_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Probe() {}

    /** @return nanoseconds of each */
    static long[] watch(Enrolments enrolments, UUID tenant, Database indicators, Duration time) {
        return indicators.with(connection -> {
            List<Long> waits = new ArrayList<>();
            long end = System.nanoTime() + time.toNanos();
            try (Wire wire = new Wire(enrolments.caller().host());
                    PreparedStatement visible = connection.prepareStatement(VISIBLE)) {
                while (System.nanoTime() < end) {
                    Wire.Answer answer = wire.exchange(enrolments.request());
                    long answered = System.nanoTime();
                    Matcher id = ID.matcher(answer.text());
                    if (answer.status() != 201 || !id.find()) {
                        throw new ProofFailure("an enrolment was refused: " + answer.status());
                    }
                    visible.setObject(1, tenant);
                    visible.setObject(2, UUID.fromString(id.group(1)));
                    waits.add(until(visible, answered));
                    LockSupport.parkNanos(BETWEEN_NANOS);
                }
            } catch (IOException e) {
                throw new ProofFailure("the gateway broke off: " + e.getMessage(), e);
            }
            return waits.stream().mapToLong(Long::longValue).toArray();
        });
    }

    private static long until(PreparedStatement visible, long since) throws SQLException {
        while (System.nanoTime() - since < PATIENCE.toNanos()) {
            try (ResultSet row = visible.executeQuery()) {
                if (row.next()) {
                    return System.nanoTime() - since;
                }
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        throw new ProofFailure("an enrolment was not counted within " + PATIENCE.toSeconds() + " s");
    }
}

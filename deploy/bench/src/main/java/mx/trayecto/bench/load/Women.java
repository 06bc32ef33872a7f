package mx.trayecto.bench.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Women whom the services know already, told apart by numbers: each is enrolled once. They are put where the events of
 * their registration would have put them, because what is measured begins after that.
 */
public final class Women {
    /** Ids of one time, as if registered in the order of their numbers. */
    public static final String ID_PREFIX = "0192a000-0000-7000-8000-";

    private static final String ID = "('" + ID_PREFIX + "' || lpad(to_hex(n), 12, '0'))::uuid";

    private final UUID tenant;
    private final int count;
    private final AtomicInteger next = new AtomicInteger(1);

    public Women(UUID tenant, int count) {
        this.tenant = tenant;
        this.count = count;
    }

    public String next() {
        int number = next.getAndIncrement();
        if (number > count) {
            throw new IllegalStateException("more enrolments than women (" + count + "): let there be more of them");
        }
        return id(number);
    }

    public int count() {
        return count;
    }

    static String id(int number) {
        return ID_PREFIX + "%012x".formatted(number);
    }

    public void makeKnown(Connection programs, Connection indicators) throws SQLException {
        fill(
                programs,
                "INSERT INTO known_participant (tenant_id, id) SELECT ?::uuid, " + ID
                        + " FROM generate_series(1, ?) n");
        fill(
                indicators,
                "INSERT INTO person (tenant_id, participant, canonical, birth_year, birth_month, attributes)"
                        + " SELECT ?::uuid, " + ID + ", " + ID + ", 1960 + n % 45, 1 + n % 12,"
                        + " '{\"gender\": [{\"from\": null, \"value\": \"female\"}],"
                        + " \"municipality\": [{\"from\": null, \"value\": \"14039\"}],"
                        + " \"state\": [{\"from\": null, \"value\": \"14\"}]}' FROM generate_series(1, ?) n");
    }

    private void fill(Connection database, String insert) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(insert)) {
            statement.setObject(1, tenant);
            statement.setInt(2, count);
            statement.executeUpdate();
        }
    }
}

package mx.trayecto.platform.crypto;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;

/**
 * Exchanges the keys that wrap others, in portions of which each is whole by itself: whoever reads meanwhile finds every
 * key wrapped with the old one or with the new one, and who is killed is followed by whoever goes on. What a person's key
 * has sealed is not sealed anew, and a destroyed key is passed over.
 */
@ApplicationScoped
public class KeyRotation {
    private static final String CHANGING =
            "SELECT tenant_id, max(number) FROM tenant_key GROUP BY tenant_id HAVING count(*) > 1 ORDER BY 1";

    private static final String LEFT = "SELECT count(*) FROM data_key d JOIN (SELECT tenant_id, max(number) AS newest"
            + " FROM tenant_key GROUP BY tenant_id) k USING (tenant_id)"
            + " WHERE d.wrapped_with < k.newest AND d.wrapped IS NOT NULL";

    /**
     * How things stand.
     *
     * @param master the name of the master key that wraps; null until the first exchange
     * @param given the names of those that this process was given, the next one last
     * @param otherwise how many keys are wrapped with another master key than that
     * @param tenants how many tenants have a key
     * @param changing how many of them have more than one: theirs is being exchanged
     * @param left how many persons' keys are wrapped with an older one of their tenant's
     * @param destroyed how many persons' keys are destroyed
     * @param auditKeys how many secrets the audit's marks are made with
     */
    public record Status(
            String master,
            List<String> given,
            long otherwise,
            long tenants,
            long changing,
            long left,
            long destroyed,
            long auditKeys) {}

    /** How many keys were wrapped anew, and how many are left. */
    public record Portion(long done, long left) {}

    private record Newest(UUID tenant, int number) {}

    @Inject
    @DataSource("keys")
    AgroalDataSource database;

    @Inject
    TenantKeys tenants;

    @Inject
    AuditKeys audits;

    @Inject
    Rewrapping rewrapping;

    private final MasterKeys masters;

    @Inject
    KeyRotation(CryptoConfig config) {
        masters = new MasterKeys(config);
    }

    public Status status() throws SQLException {
        try (Connection connection = database.getConnection()) {
            String inUse = text(connection, "SELECT max(name) FROM master_in_use");
            return new Status(
                    inUse,
                    masters.names(),
                    inUse == null ? 0 : otherwise(connection, inUse),
                    count(connection, "SELECT count(DISTINCT tenant_id) FROM tenant_key"),
                    count(connection, "SELECT count(*) FROM (" + CHANGING + ") c"),
                    count(connection, LEFT),
                    count(connection, "SELECT count(*) FROM data_key WHERE destroyed_at IS NOT NULL"),
                    count(connection, "SELECT count(*) FROM audit_key"));
        }
    }

    /**
     * Lets the next master key wrap from now on, and wraps anew what another wraps. To be called once every process has
     * the next one; may be repeated.
     *
     * @throws IllegalStateException where this process was given no next one and there is something for it to do
     */
    public Portion toNextMaster() throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (masters.next().isPresent()) {
                MasterKeys.Master next = masters.next().get();
                try (PreparedStatement use = connection.prepareStatement("SELECT use_master(?)")) {
                    use.setString(1, next.name());
                    use.execute();
                }
            }
            MasterKeys.Master wrapping = masters.wrapping(connection);
            if (masters.next().isEmpty() && otherwise(connection, wrapping.name()) > 0) {
                throw new IllegalStateException("trayecto.crypto.next-master-key is not set");
            }
            long done = rewrapping.tenantKeys(connection, wrapping) + rewrapping.auditKeys(connection, wrapping);
            return new Portion(done, otherwise(connection, wrapping.name()));
        }
    }

    /**
     * Makes a new key for every tenant that has one, unless an exchange is still under way: then that goes on.
     *
     * @throws IllegalStateException where somebody else exchanges keys at this moment; nothing has happened then
     */
    public void beginTenants() throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (!newest(connection, CHANGING).isEmpty()) {
                return;
            }
            List<Newest> current = newest(connection, "SELECT tenant_id, max(number) FROM tenant_key GROUP BY 1");
            Rewrapping.together(connection, () -> {
                for (Newest key : current) {
                    if (!tenants.insert(connection, key.tenant(), key.number() + 1)) {
                        throw new IllegalStateException("somebody else exchanges keys at this moment");
                    }
                }
                return current.size();
            });
        }
    }

    /** Wraps persons' keys with their tenants' newest, for so long, and destroys tenants' keys that wrap nothing more. */
    public Portion rewrapDataKeys(Duration atMost) throws SQLException {
        Instant until = Instant.now().plus(atMost);
        long done = 0;
        try (Connection connection = database.getConnection()) {
            for (Newest key : newest(connection, CHANGING)) {
                tenants.forget(key.tenant());
                while (Instant.now().isBefore(until) && !retired(connection, key)) {
                    done += rewrapping.dataKeys(connection, key.tenant(), key.number());
                }
            }
            return new Portion(
                    done, count(connection, LEFT) + count(connection, "SELECT count(*) FROM (" + CHANGING + ") c"));
        }
    }

    /**
     * A new secret for the audit's marks; the older ones stay for what bears their marks.
     *
     * @throws IllegalStateException where somebody else exchanges keys at this moment; nothing has happened then
     */
    public void addAuditKey() throws SQLException {
        audits.add();
    }

    /** Only asks for the lock where nothing seems to be left. */
    private static boolean retired(Connection connection, Newest key) throws SQLException {
        try (PreparedStatement retire = connection.prepareStatement("SELECT NOT EXISTS (SELECT FROM data_key"
                + " WHERE tenant_id = ? AND wrapped_with < ? AND wrapped IS NOT NULL)")) {
            retire.setObject(1, key.tenant());
            retire.setInt(2, key.number());
            if (!yes(retire)) {
                return false;
            }
        }
        try (PreparedStatement retire = connection.prepareStatement("SELECT retire_tenant_keys(?, ?)")) {
            retire.setObject(1, key.tenant());
            retire.setInt(2, key.number());
            return yes(retire);
        }
    }

    private static List<Newest> newest(Connection connection, String query) throws SQLException {
        List<Newest> newest = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(query);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                newest.add(new Newest(row.getObject(1, UUID.class), row.getInt(2)));
            }
        }
        return newest;
    }

    private static long otherwise(Connection connection, String master) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT (SELECT count(*) FROM tenant_key"
                + " WHERE wrapped_by IS DISTINCT FROM ?) + (SELECT count(*) FROM audit_key WHERE wrapped_by <> ?)")) {
            select.setString(1, master);
            select.setString(2, master);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static long count(Connection connection, String query) throws SQLException {
        return Long.parseLong(text(connection, query));
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    private static boolean yes(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }
}

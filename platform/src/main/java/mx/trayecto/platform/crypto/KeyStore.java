package mx.trayecto.platform.crypto;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.SecretKey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;

/**
 * One data key per person, wrapped by her tenant's key, which is wrapped by the master key. It has a database of its
 * own, so that a dump of a service never holds both a ciphertext and what opens it. Each statement commits by itself: a
 * key is durable before the first row that needs it; a key without a row harms nobody.
 */
@ApplicationScoped
class KeyStore {
    private static final int ATTEMPTS = 5;

    /** Makes none under a tenant's key that was retired meanwhile. */
    private static final String INSERT = "INSERT INTO data_key (tenant_id, subject_id, id, wrapped, wrapped_with)"
            + " SELECT ?, ?, ?, ?, number FROM tenant_key WHERE tenant_id = ? AND number = ? ON CONFLICT DO NOTHING";

    /** A data key: its id stands in front of every ciphertext. */
    record DataKey(UUID id, SecretKey key) {}

    @Inject
    @DataSource("keys")
    AgroalDataSource database;

    @Inject
    TenantKeys tenants;

    /** The subject's key, made if she has none; null if it was destroyed. */
    DataKey obtain(UUID tenant, UUID subject) {
        try (Connection connection = database.getConnection()) {
            for (int i = 0; i < ATTEMPTS; i++) {
                DataKey made = make(connection, tenant, subject);
                DataKey key = made != null
                        ? made
                        : find(connection, tenant, Set.of(subject)).get(subject);
                if (key != null || exists(connection, tenant, subject)) {
                    return key;
                }
                tenants.forget(tenant); // another process has retired the one that was to wrap
            }
            throw new IllegalStateException("no key can be made while the tenant's is exchanged");
        } catch (SQLException e) {
            throw new KeyStoreUnavailable(e);
        }
    }

    /** The keys that exist, by subject. */
    Map<UUID, DataKey> find(UUID tenant, Collection<UUID> subjects) {
        try (Connection connection = database.getConnection()) {
            return find(connection, tenant, subjects);
        } catch (SQLException e) {
            throw new KeyStoreUnavailable(e);
        }
    }

    /** Destroys the subject's key: what it sealed stays unreadable, and no new key is made for her. */
    void destroy(UUID tenant, UUID subject) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("UPDATE data_key SET wrapped = NULL,"
                        + " destroyed_at = now() WHERE tenant_id = ? AND subject_id = ? AND wrapped IS NOT NULL")) {
            update.setObject(1, tenant);
            update.setObject(2, subject);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new KeyStoreUnavailable(e);
        }
    }

    /** Null where she has one already, or the tenant's key is none any more. */
    private DataKey make(Connection connection, UUID tenant, UUID subject) throws SQLException {
        TenantKeys.TenantKey wrapping = tenants.newest(connection, tenant);
        UUID id = UUID.randomUUID();
        byte[] fresh = Aes.newKey();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, tenant);
            insert.setObject(2, subject);
            insert.setObject(3, id);
            insert.setBytes(4, Aes.seal(wrapping.key(), fresh, bytes(id)));
            insert.setObject(5, tenant);
            insert.setInt(6, wrapping.number());
            return insert.executeUpdate() == 1 ? new DataKey(id, Aes.key(fresh)) : null;
        }
    }

    /** Whether she has, or had, one. */
    private static boolean exists(Connection connection, UUID tenant, UUID subject) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT FROM data_key WHERE tenant_id = ? AND subject_id = ?")) {
            select.setObject(1, tenant);
            select.setObject(2, subject);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Where a tenant's key is retired between the two looks, what it wrapped is wrapped with its successor by now. */
    private Map<UUID, DataKey> find(Connection connection, UUID tenant, Collection<UUID> subjects)
            throws SQLException {
        for (int i = 0; i < ATTEMPTS; i++) {
            Map<UUID, DataKey> found = look(connection, tenant, subjects);
            if (found != null) {
                return found;
            }
        }
        throw new IllegalStateException("data keys are wrapped with a tenant's key that is not there");
    }

    private Map<UUID, DataKey> look(Connection connection, UUID tenant, Collection<UUID> subjects)
            throws SQLException {
        Map<UUID, DataKey> found = new HashMap<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT subject_id, id, wrapped, wrapped_with FROM data_key"
                        + " WHERE tenant_id = ? AND subject_id = ANY (?) AND wrapped IS NOT NULL")) {
            select.setObject(1, tenant);
            select.setArray(2, connection.createArrayOf("uuid", subjects.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    UUID id = rows.getObject(2, UUID.class);
                    SecretKey wrapping = tenants.numbered(connection, tenant, rows.getInt(4));
                    if (wrapping == null) {
                        return null;
                    }
                    byte[] key = Aes.open(wrapping, rows.getBytes(3), bytes(id));
                    found.put(rows.getObject(1, UUID.class), new DataKey(id, Aes.key(key)));
                }
            }
        }
        return found;
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}

package mx.trayecto.platform.crypto;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
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
    /** A data key: its id stands in front of every ciphertext. */
    record DataKey(UUID id, SecretKey key) {}

    @Inject
    @DataSource("keys")
    AgroalDataSource database;

    private final SecretKey master;
    private final Map<UUID, SecretKey> tenantKeys = new ConcurrentHashMap<>();

    @Inject
    KeyStore(CryptoConfig config) {
        master = Aes.key(Base64.getDecoder().decode(config.masterKey()));
    }

    /** The subject's key, made if she has none; null if it was destroyed. */
    DataKey obtain(UUID tenant, UUID subject) {
        try (Connection connection = database.getConnection()) {
            SecretKey wrapping = tenantKey(connection, tenant);
            UUID id = UUID.randomUUID();
            byte[] fresh = Aes.newKey();
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO data_key"
                    + " (tenant_id, subject_id, id, wrapped) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
                insert.setObject(1, tenant);
                insert.setObject(2, subject);
                insert.setObject(3, id);
                insert.setBytes(4, Aes.seal(wrapping, fresh, bytes(id)));
                if (insert.executeUpdate() == 1) {
                    return new DataKey(id, Aes.key(fresh));
                }
            }
            return find(connection, wrapping, tenant, java.util.Set.of(subject)).get(subject);
        } catch (SQLException e) {
            throw new KeyStoreUnavailable(e);
        }
    }

    /** The keys that exist, by subject. */
    Map<UUID, DataKey> find(UUID tenant, Collection<UUID> subjects) {
        try (Connection connection = database.getConnection()) {
            return find(connection, tenantKey(connection, tenant), tenant, subjects);
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

    private static Map<UUID, DataKey> find(
            Connection connection, SecretKey wrapping, UUID tenant, Collection<UUID> subjects) throws SQLException {
        Map<UUID, DataKey> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT subject_id, id, wrapped FROM data_key"
                + " WHERE tenant_id = ? AND subject_id = ANY (?) AND wrapped IS NOT NULL")) {
            select.setObject(1, tenant);
            select.setArray(2, connection.createArrayOf("uuid", subjects.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    UUID id = rows.getObject(2, UUID.class);
                    found.put(
                            rows.getObject(1, UUID.class),
                            new DataKey(id, Aes.key(Aes.open(wrapping, rows.getBytes(3), bytes(id)))));
                }
            }
        }
        return found;
    }

    private SecretKey tenantKey(Connection connection, UUID tenant) throws SQLException {
        SecretKey known = tenantKeys.get(tenant);
        if (known != null) {
            return known;
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO tenant_key (tenant_id, wrapped) SELECT ?, ? WHERE NOT EXISTS"
                        + " (SELECT FROM tenant_key WHERE tenant_id = ?) ON CONFLICT DO NOTHING")) {
            insert.setObject(1, tenant);
            insert.setBytes(2, Aes.seal(master, Aes.newKey(), bytes(tenant)));
            insert.setObject(3, tenant);
            insert.executeUpdate();
        }
        try (PreparedStatement select =
                connection.prepareStatement("SELECT wrapped FROM tenant_key WHERE tenant_id = ?")) {
            select.setObject(1, tenant);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                SecretKey key = Aes.key(Aes.open(master, row.getBytes(1), bytes(tenant)));
                tenantKeys.put(tenant, key);
                return key;
            }
        }
    }

    static byte[] bytes(UUID id) {
        return java.nio.ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}

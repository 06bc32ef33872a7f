package mx.trayecto.platform.crypto;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.crypto.SecretKey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;

import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Pipeline;

/**
 * One data key per person, wrapped by her tenant's key, which is wrapped by the master key. It has a database of its
 * own, so that a dump of a service never holds both a ciphertext and what opens it. Each statement commits by itself: a
 * key is durable before the first row that needs it; a key without a row harms nobody.
 */
@ApplicationScoped
class KeyStore {
    private static final ScopedValue<Map<UUID, DataKey>> TRIED = ScopedValue.newInstance();

    /** A data key: its id stands in front of every ciphertext. */
    record DataKey(UUID id, SecretKey key) {}

    private record Fresh(UUID subject, UUID id, byte[] key) {
        static Fresh of(UUID subject) {
            return new Fresh(subject, UUID.randomUUID(), Aes.newKey());
        }
    }

    @Inject
    @DataSource("keys")
    AgroalDataSource database;

    private final SecretKey master;
    private final Map<UUID, SecretKey> tenantKeys = new ConcurrentHashMap<>();

    @Inject
    KeyStore(CryptoConfig config) {
        master = Aes.key(Base64.getDecoder().decode(config.masterKey()));
    }

    /** Runs what only tries: the keys that it makes are kept in memory, and are gone when it ends. */
    <T> T trying(Supplier<T> work) {
        return ScopedValue.where(TRIED, new HashMap<>()).call(work::get);
    }

    /** The subjects' keys, made for those who have none; whose key was destroyed is left out. */
    Map<UUID, DataKey> obtain(UUID tenant, Collection<UUID> subjects) {
        try (Connection connection = database.getConnection()) {
            SecretKey wrapping = tenantKey(connection, tenant);
            Map<UUID, DataKey> keys = new HashMap<>();
            for (Fresh made : TRIED.isBound()
                    ? tried(connection, tenant, subjects)
                    : made(connection, wrapping, tenant, subjects)) {
                keys.put(made.subject(), new DataKey(made.id(), Aes.key(made.key())));
            }
            if (TRIED.isBound()) {
                TRIED.get().putAll(keys);
            }
            List<UUID> others = subjects.stream()
                    .filter(subject -> !keys.containsKey(subject))
                    .toList();
            if (!others.isEmpty()) {
                keys.putAll(find(connection, wrapping, tenant, others));
            }
            return keys;
        } catch (SQLException e) {
            throw new KeyStoreUnavailable(e);
        }
    }

    /** A key for each who has none, which is stored. */
    private static List<Fresh> made(Connection connection, SecretKey wrapping, UUID tenant, Collection<UUID> subjects)
            throws SQLException {
        List<Fresh> fresh = subjects.stream().map(Fresh::of).toList();
        Set<UUID> stored = Set.copyOf(new Pipeline(connection)
                .ask(
                        "INSERT INTO data_key (tenant_id, subject_id, id, wrapped)"
                                + " SELECT ?, k.subject_id, k.id, k.wrapped"
                                + " FROM unnest(?::uuid[], ?::uuid[], ?::bytea[]) AS k (subject_id, id, wrapped)"
                                + " ON CONFLICT DO NOTHING RETURNING subject_id",
                        row -> row.getObject(1, UUID.class),
                        tenant,
                        Columns.of(fresh)
                                .uuid(Fresh::subject)
                                .uuid(Fresh::id)
                                .bytes(key -> Aes.seal(wrapping, key.key(), bytes(key.id()))))
                .rows());
        return fresh.stream().filter(key -> stored.contains(key.subject())).toList();
    }

    /** A key for each who has none, neither stored nor tried. */
    private static List<Fresh> tried(Connection connection, UUID tenant, Collection<UUID> subjects)
            throws SQLException {
        Set<UUID> known = new HashSet<>(new Pipeline(connection)
                .ask(
                        "SELECT subject_id FROM data_key WHERE tenant_id = ? AND subject_id = ANY (?)",
                        row -> row.getObject(1, UUID.class),
                        tenant,
                        subjects)
                .rows());
        known.addAll(TRIED.get().keySet());
        return subjects.stream()
                .filter(subject -> !known.contains(subject))
                .map(Fresh::of)
                .toList();
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
        if (TRIED.isBound()) {
            found.putAll(TRIED.get());
            found.keySet().retainAll(subjects);
        }
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

package mx.trayecto.platform.crypto;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
    private static final int ATTEMPTS = 5;

    private static final ScopedValue<Map<UUID, DataKey>> TRIED = ScopedValue.newInstance();

    /** Makes none under a tenant's key that was retired meanwhile. */
    private static final String INSERT = "INSERT INTO data_key (tenant_id, subject_id, id, wrapped, wrapped_with)"
            + " SELECT t.tenant_id, k.subject_id, k.id, k.wrapped, t.number FROM tenant_key t"
            + " CROSS JOIN unnest(?::uuid[], ?::uuid[], ?::bytea[]) AS k (subject_id, id, wrapped)"
            + " WHERE t.tenant_id = ? AND t.number = ? ON CONFLICT DO NOTHING RETURNING subject_id";

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

    @Inject
    TenantKeys tenants;

    /** Runs what only tries: the keys that it makes are kept in memory, and are gone when it ends. */
    <T> T trying(Supplier<T> work) {
        return ScopedValue.where(TRIED, new HashMap<>()).call(work::get);
    }

    /** The subjects' keys, made for those who have none; whose key was destroyed is left out. */
    Map<UUID, DataKey> obtain(UUID tenant, Collection<UUID> subjects) {
        try (Connection connection = database.getConnection()) {
            Map<UUID, DataKey> keys = new HashMap<>();
            for (int i = 0; i < ATTEMPTS; i++) {
                keys.putAll(make(connection, tenant, without(keys, subjects)));
                keys.putAll(find(connection, tenant, without(keys, subjects)));
                Set<UUID> others = without(keys, subjects);
                if (others.isEmpty() || stored(connection, tenant, others).containsAll(others)) {
                    return keys;
                }
                tenants.forget(tenant); // another process has retired the one that was to wrap
            }
            throw new IllegalStateException("no key can be made while the tenant's is exchanged");
        } catch (SQLException e) {
            throw new KeyStoreUnavailable(e);
        }
    }

    private static Set<UUID> without(Map<UUID, DataKey> keys, Collection<UUID> subjects) {
        Set<UUID> others = new HashSet<>(subjects);
        others.removeAll(keys.keySet());
        return others;
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

    /** A key for each who has none, kept as long as what is tried lasts, or stored; none once the tenant's is retired. */
    private Map<UUID, DataKey> make(Connection connection, UUID tenant, Set<UUID> subjects) throws SQLException {
        Map<UUID, DataKey> made = new HashMap<>();
        if (TRIED.isBound()) {
            Set<UUID> fresh = without(TRIED.get(), subjects);
            fresh.removeAll(stored(connection, tenant, fresh));
            fresh.stream()
                    .map(Fresh::of)
                    .forEach(key -> made.put(key.subject(), new DataKey(key.id(), Aes.key(key.key()))));
            TRIED.get().putAll(made);
            return made;
        }
        TenantKeys.TenantKey wrapping = tenants.newest(connection, tenant);
        Map<UUID, Fresh> fresh = new HashMap<>();
        subjects.forEach(subject -> fresh.put(subject, Fresh.of(subject)));
        new Pipeline(connection)
                .ask(
                        INSERT,
                        row -> row.getObject(1, UUID.class),
                        Columns.of(fresh.values())
                                .uuid(Fresh::subject)
                                .uuid(Fresh::id)
                                .bytes(key -> Aes.seal(wrapping.key(), key.key(), bytes(key.id()))),
                        tenant,
                        wrapping.number())
                .rows()
                .forEach(subject -> made.put(
                        subject,
                        new DataKey(
                                fresh.get(subject).id(),
                                Aes.key(fresh.get(subject).key()))));
        return made;
    }

    /** Those who have, or had, a key. */
    private static Set<UUID> stored(Connection connection, UUID tenant, Set<UUID> subjects) throws SQLException {
        return Set.copyOf(new Pipeline(connection)
                .ask(
                        "SELECT subject_id FROM data_key WHERE tenant_id = ? AND subject_id = ANY (?)",
                        row -> row.getObject(1, UUID.class),
                        tenant,
                        subjects)
                .rows());
    }

    /** Where a tenant's key is retired between the two looks, what it wrapped is wrapped with its successor by now. */
    private Map<UUID, DataKey> find(Connection connection, UUID tenant, Collection<UUID> subjects) throws SQLException {
        if (subjects.isEmpty()) {
            return Map.of();
        }
        for (int i = 0; i < ATTEMPTS; i++) {
            Map<UUID, DataKey> found = look(connection, tenant, subjects);
            if (found != null) {
                return found;
            }
        }
        throw new IllegalStateException("data keys are wrapped with a tenant's key that is not there");
    }

    private Map<UUID, DataKey> look(Connection connection, UUID tenant, Collection<UUID> subjects) throws SQLException {
        Map<UUID, DataKey> found = new HashMap<>();
        if (TRIED.isBound()) {
            found.putAll(TRIED.get());
            found.keySet().retainAll(subjects);
        }
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

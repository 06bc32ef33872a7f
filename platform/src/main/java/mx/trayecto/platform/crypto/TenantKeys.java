package mx.trayecto.platform.crypto;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The tenants' keys, wrapped by the master key. While one is exchanged a tenant has two: the newest wraps. */
@ApplicationScoped
class TenantKeys {
    private static final int ATTEMPTS = 3;

    /** Makes none under a master key that another has taken the place of meanwhile. */
    static final String INSERT = "INSERT INTO tenant_key (tenant_id, number, wrapped, wrapped_by) SELECT ?, ?, ?, ?"
            + " WHERE coalesce((SELECT name FROM master_in_use), ?) = ? ON CONFLICT DO NOTHING";

    /** A tenant's key, by its number. */
    record TenantKey(int number, SecretKey key) {}

    private record Place(UUID tenant, int number) {}

    private final MasterKeys masters;
    private final Map<UUID, TenantKey> newest = new ConcurrentHashMap<>();
    private final Map<Place, SecretKey> numbered = new ConcurrentHashMap<>();

    @Inject
    TenantKeys(CryptoConfig config) {
        masters = new MasterKeys(config);
    }

    /** The one that wraps; the tenant's first is made where it has none. It may have been retired meanwhile. */
    TenantKey newest(Connection keys, UUID tenant) throws SQLException {
        TenantKey known = newest.get(tenant);
        for (int i = 0; known == null && i < ATTEMPTS; i++) {
            known = look(keys, tenant);
            if (known == null) {
                insert(keys, tenant, 1);
            }
        }
        if (known == null) {
            throw new IllegalStateException("no key can be made for a tenant while master keys are exchanged");
        }
        newest.put(tenant, known);
        return known;
    }

    /** To be called where the newest turns out to be none any more. */
    void forget(UUID tenant) {
        newest.remove(tenant);
    }

    /** One of the tenant's keys; null where it was retired. */
    SecretKey numbered(Connection keys, UUID tenant, int number) throws SQLException {
        SecretKey known = numbered.get(new Place(tenant, number));
        if (known == null) {
            try (PreparedStatement select = keys.prepareStatement(
                    "SELECT number, wrapped, wrapped_by FROM tenant_key WHERE tenant_id = ? AND number = ?")) {
                select.setObject(1, tenant);
                select.setInt(2, number);
                TenantKey found = read(select, tenant);
                known = found == null ? null : found.key();
            }
        }
        return known;
    }

    /** @return whether it was made here and now */
    boolean insert(Connection keys, UUID tenant, int number) throws SQLException {
        MasterKeys.Master master = masters.wrapping(keys);
        try (PreparedStatement insert = keys.prepareStatement(INSERT)) {
            insert.setObject(1, tenant);
            insert.setInt(2, number);
            insert.setBytes(3, Aes.seal(master.key(), Aes.newKey(), KeyStore.bytes(tenant)));
            for (int i = 4; i <= 6; i++) {
                insert.setString(i, master.name());
            }
            return insert.executeUpdate() == 1;
        }
    }

    private TenantKey look(Connection keys, UUID tenant) throws SQLException {
        try (PreparedStatement select = keys.prepareStatement("SELECT number, wrapped, wrapped_by FROM tenant_key"
                + " WHERE tenant_id = ? ORDER BY number DESC LIMIT 1")) {
            select.setObject(1, tenant);
            return read(select, tenant);
        }
    }

    private TenantKey read(PreparedStatement select, UUID tenant) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                return null;
            }
            int number = row.getInt(1);
            SecretKey key = masters.open(row.getString(3), row.getBytes(2), KeyStore.bytes(tenant));
            numbered.put(new Place(tenant, number), key);
            return new TenantKey(number, key);
        }
    }
}

package mx.trayecto.platform.crypto;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.crypto.SecretKey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Wraps portions of keys anew, each in a transaction. What another process has in hand is passed over. */
@ApplicationScoped
class Rewrapping {
    private static final int PORTION = 500;

    private record Wrapped(UUID tenant, int number, String by, byte[] key) {}

    private record Data(UUID subject, UUID id, byte[] key, int with) {}

    @Inject
    TenantKeys tenants;

    private final MasterKeys masters;

    @Inject
    Rewrapping(CryptoConfig config) {
        masters = new MasterKeys(config);
    }

    int tenantKeys(Connection connection, MasterKeys.Master master) throws SQLException {
        return together(connection, () -> rewrapTenantKeys(connection, master));
    }

    int auditKeys(Connection connection, MasterKeys.Master master) throws SQLException {
        return together(connection, () -> rewrapAuditKeys(connection, master));
    }

    /** One portion. A key that is destroyed meanwhile waits for it, or is passed over; it is never brought back. */
    int dataKeys(Connection connection, UUID tenant, int newest) throws SQLException {
        return together(connection, () -> rewrap(connection, tenant, newest));
    }

    private int rewrapTenantKeys(Connection connection, MasterKeys.Master master) throws SQLException {
        List<Wrapped> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT tenant_id, number, wrapped_by, wrapped"
                + " FROM tenant_key WHERE wrapped_by IS DISTINCT FROM ? ORDER BY tenant_id, number LIMIT " + PORTION
                + " FOR UPDATE SKIP LOCKED")) {
            select.setString(1, master.name());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Wrapped(
                            row.getObject(1, UUID.class), row.getInt(2), row.getString(3), row.getBytes(4)));
                }
            }
        }
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE tenant_key SET wrapped = ?, wrapped_by = ? WHERE tenant_id = ? AND number = ?")) {
            for (Wrapped key : found) {
                byte[] bound = KeyStore.bytes(key.tenant());
                byte[] plain = masters.open(key.by(), key.key(), bound).getEncoded();
                update.setBytes(1, Aes.seal(master.key(), plain, bound));
                update.setString(2, master.name());
                update.setObject(3, key.tenant());
                update.setInt(4, key.number());
                update.executeUpdate();
            }
        }
        return found.size();
    }

    private int rewrapAuditKeys(Connection connection, MasterKeys.Master master) throws SQLException {
        List<Wrapped> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT number, wrapped_by, wrapped FROM audit_key"
                + " WHERE wrapped_by <> ? ORDER BY number FOR UPDATE SKIP LOCKED")) {
            select.setString(1, master.name());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Wrapped(null, row.getInt(1), row.getString(2), row.getBytes(3)));
                }
            }
        }
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE audit_key SET wrapped = ?, wrapped_by = ? WHERE number = ?")) {
            for (Wrapped key : found) {
                byte[] plain =
                        masters.open(key.by(), key.key(), AuditKeys.BOUND).getEncoded();
                update.setBytes(1, Aes.seal(master.key(), plain, AuditKeys.BOUND));
                update.setString(2, master.name());
                update.setInt(3, key.number());
                update.executeUpdate();
            }
        }
        return found.size();
    }

    private int rewrap(Connection connection, UUID tenant, int newest) throws SQLException {
        SecretKey wrapping = tenants.numbered(connection, tenant, newest);
        List<Data> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT subject_id, id, wrapped, wrapped_with"
                + " FROM data_key WHERE tenant_id = ? AND wrapped_with < ? AND wrapped IS NOT NULL LIMIT " + PORTION
                + " FOR UPDATE SKIP LOCKED")) {
            select.setObject(1, tenant);
            select.setInt(2, newest);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Data(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            row.getBytes(3),
                            row.getInt(4)));
                }
            }
        }
        byte[][] keys = new byte[found.size()][];
        for (int i = 0; i < keys.length; i++) {
            Data key = found.get(i);
            byte[] bound = KeyStore.bytes(key.id());
            byte[] plain = Aes.open(tenants.numbered(connection, tenant, key.with()), key.key(), bound);
            keys[i] = Aes.seal(wrapping, plain, bound);
        }
        try (PreparedStatement update = connection.prepareStatement("UPDATE data_key d SET wrapped = n.wrapped,"
                + " wrapped_with = ? FROM unnest(?, ?) AS n (subject_id, wrapped)"
                + " WHERE d.tenant_id = ? AND d.subject_id = n.subject_id AND d.wrapped IS NOT NULL")) {
            update.setInt(1, newest);
            update.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid", found.stream().map(Data::subject).toArray()));
            update.setArray(3, connection.createArrayOf("bytea", keys));
            update.setObject(4, tenant);
            return update.executeUpdate();
        }
    }

    @FunctionalInterface
    interface Work {
        int run() throws SQLException;
    }

    static int together(Connection connection, Work work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            int done = work.run();
            connection.commit();
            return done;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }
}

package mx.trayecto.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;

/** The secrets that the audit's marks are derived from, wrapped by the master key. None is ever destroyed. */
@ApplicationScoped
class AuditKeys {
    static final byte[] BOUND = "audit".getBytes(StandardCharsets.UTF_8);

    private static final String INSERT = "INSERT INTO audit_key (number, wrapped, wrapped_by)"
            + " SELECT coalesce(max(number), 0) + 1, ?, ? FROM audit_key"
            + " HAVING coalesce((SELECT name FROM master_in_use), ?) = ? AND (? OR count(*) = 0)"
            + " ON CONFLICT DO NOTHING";

    /** A secret, by its number. */
    record AuditKey(int number, byte[] secret) {}

    @Inject
    @DataSource("keys")
    AgroalDataSource database;

    private final MasterKeys masters;
    private final Map<Integer, AuditKey> known = new ConcurrentHashMap<>();
    private volatile AuditKey newest;

    @Inject
    AuditKeys(CryptoConfig config) {
        masters = new MasterKeys(config);
    }

    /** The one to mark with; the first is made where there is none. */
    AuditKey newest() {
        AuditKey found = newest;
        return found == null ? refresh() : found;
    }

    /** Looks whether another process has made a newer one. */
    AuditKey refresh() {
        try (Connection connection = database.getConnection()) {
            AuditKey found = read(connection, "ORDER BY number DESC LIMIT 1");
            if (found == null) {
                insert(connection, false);
                found = read(connection, "ORDER BY number DESC LIMIT 1");
            }
            if (found == null) {
                throw new IllegalStateException("no key can be made for the audit while master keys are exchanged");
            }
            newest = found;
            return found;
        } catch (SQLException e) {
            throw new KeyStoreUnavailable(e);
        }
    }

    /**
     * Makes a newer one.
     *
     * @throws IllegalStateException where somebody else exchanges keys at this moment; nothing has happened then
     */
    void add() throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (!insert(connection, true)) {
                throw new IllegalStateException("somebody else exchanges keys at this moment");
            }
        }
        refresh();
    }

    /** Null where there is none of this number. */
    AuditKey numbered(int number) {
        AuditKey found = known.get(number);
        if (found != null) {
            return found;
        }
        try (Connection connection = database.getConnection()) {
            return read(connection, "WHERE number = " + number);
        } catch (SQLException e) {
            throw new KeyStoreUnavailable(e);
        }
    }

    private boolean insert(Connection connection, boolean another) throws SQLException {
        MasterKeys.Master master = masters.wrapping(connection);
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setBytes(1, Aes.seal(master.key(), Aes.newKey(), BOUND));
            for (int i = 2; i <= 4; i++) {
                insert.setString(i, master.name());
            }
            insert.setBoolean(5, another);
            return insert.executeUpdate() == 1;
        }
    }

    private AuditKey read(Connection connection, String which) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT number, wrapped, wrapped_by FROM audit_key " + which);
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                return null;
            }
            byte[] secret =
                    masters.open(row.getString(3), row.getBytes(2), BOUND).getEncoded();
            AuditKey key = new AuditKey(row.getInt(1), secret);
            known.put(key.number(), key);
            return key;
        }
    }
}

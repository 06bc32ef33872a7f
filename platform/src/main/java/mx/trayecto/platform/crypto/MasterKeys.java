package mx.trayecto.platform.crypto;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.SecretKey;

/**
 * The master keys that this process was given: one, and while it is exchanged the next one too. Which of them wraps is
 * the same for all processes and stands in the key store.
 */
final class MasterKeys {
    private static final int NAME_BYTES = 8;

    /** @param name derived from the key, and of no use to find it */
    record Master(String name, SecretKey key) {
        static Master of(String base64) {
            byte[] secret = Base64.getDecoder().decode(base64);
            byte[] derived = Aes.derive(secret, "the name of a master key").getEncoded();
            return new Master(HexFormat.of().formatHex(derived, 0, NAME_BYTES), Aes.key(secret));
        }
    }

    private final List<Master> given;

    MasterKeys(CryptoConfig config) {
        given = Stream.concat(Stream.of(config.masterKey()), config.nextMasterKey().stream())
                .map(Master::of)
                .toList();
    }

    List<String> names() {
        return given.stream().map(Master::name).toList();
    }

    /** The one that is to take the place of the other, if one was given. */
    Optional<Master> next() {
        return given.size() > 1 ? Optional.of(given.getLast()) : Optional.empty();
    }

    /** The one that wraps now. */
    Master wrapping(Connection keys) throws SQLException {
        try (PreparedStatement select = keys.prepareStatement("SELECT name FROM master_in_use");
                ResultSet row = select.executeQuery()) {
            return row.next() ? named(row.getString(1)) : given.getFirst();
        }
    }

    /** @param name null where it was wrapped before masters had names */
    SecretKey open(String name, byte[] wrapped, byte[] bound) {
        if (name != null || given.size() == 1) {
            Master master = name == null ? given.getFirst() : named(name);
            return Aes.key(Aes.open(master.key(), wrapped, bound));
        }
        try {
            return Aes.key(Aes.open(given.getFirst().key(), wrapped, bound));
        } catch (IllegalArgumentException underTheOther) {
            return Aes.key(Aes.open(given.getLast().key(), wrapped, bound));
        }
    }

    private Master named(String name) {
        return given.stream()
                .filter(master -> master.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the key store's keys are wrapped with the master key "
                        + name + ", and this process was given " + String.join(" and ", names())
                        + ": see trayecto.crypto.master-key and trayecto.crypto.next-master-key"));
    }
}

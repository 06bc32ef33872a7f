package mx.trayecto.platform.crypto;

import java.sql.SQLException;

/** The key store cannot be reached: nothing personal can be read or written until it can. */
class KeyStoreUnavailable extends RuntimeException {
    KeyStoreUnavailable(SQLException cause) {
        super("key store unavailable", cause);
    }
}

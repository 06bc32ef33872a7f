package mx.trayecto.platform.crypto;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** The secrets that are kept outside every database. */
@ConfigMapping(prefix = "trayecto.crypto")
public interface CryptoConfig {
    /** 32 random bytes in Base64: wraps the tenants' keys in the key store. */
    String masterKey();

    /** The one that takes its place, of the same form: set in every process before the exchange is begun. */
    Optional<String> nextMasterKey();

    /** 32 random bytes in Base64: blind-index keys and cursors are derived from it. */
    String indexKey();
}

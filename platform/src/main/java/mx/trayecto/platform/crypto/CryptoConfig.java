package mx.trayecto.platform.crypto;

import io.smallrye.config.ConfigMapping;

/** The two secrets that are kept outside every database. */
@ConfigMapping(prefix = "trayecto.crypto")
public interface CryptoConfig {
    /** 32 random bytes in Base64: wraps the tenants' keys in the key store. */
    String masterKey();

    /** 32 random bytes in Base64: blind-index keys and cursors are derived from it. */
    String indexKey();
}

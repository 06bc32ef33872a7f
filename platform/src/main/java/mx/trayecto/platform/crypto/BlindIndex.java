package mx.trayecto.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.tenancy.CurrentActor;

/**
 * Tokens that can be compared but not read: HMAC-SHA256 under a key of the tenant and the field, derived from a secret
 * outside the database. A dump without that secret shows only which rows share a value, per tenant and field.
 */
@ApplicationScoped
public class BlindIndex {
    private static final int TOKEN_BYTES = 16;

    @Inject
    CurrentActor actor;

    private final byte[] secret;
    private final Map<String, SecretKey> keys = new ConcurrentHashMap<>();

    @Inject
    BlindIndex(CryptoConfig config) {
        secret = Base64.getDecoder().decode(config.indexKey());
    }

    protected BlindIndex() {
        secret = new byte[0];
    }

    /** The token of a normalised value in the current tenant; 16 bytes. */
    public byte[] token(String field, String normalised) {
        return token(actor.get().tenant(), field, normalised);
    }

    /** The token of a normalised value in a named tenant; 16 bytes. */
    public byte[] token(UUID tenant, String field, String normalised) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key(tenant, field));
            return Arrays.copyOf(mac.doFinal(normalised.getBytes(StandardCharsets.UTF_8)), TOKEN_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is missing", e);
        }
    }

    /** A short secret text for the current tenant only, such as a cursor. */
    public byte[] sealed(String purpose, byte[] bound, byte[] plain) {
        return Aes.seal(key(actor.get().tenant(), purpose), plain, bound);
    }

    /** @throws IllegalArgumentException where it was not sealed for this tenant, purpose and binding */
    public byte[] opened(String purpose, byte[] bound, byte[] sealed) {
        return Aes.open(key(actor.get().tenant(), purpose), sealed, bound);
    }

    private SecretKey key(UUID tenant, String field) {
        return keys.computeIfAbsent(tenant + "/" + field, purpose -> Aes.derive(secret, purpose));
    }
}

package mx.trayecto.platform.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Marks by which this service knows again what it wrote: HMAC-SHA256 under a key of the service, the tenant and the use,
 * derived from a secret that no database holds in the clear. Who has all rights in the database can neither make one nor
 * change what bears one unnoticed.
 */
@ApplicationScoped
public class Marks {
    private static final int NUMBER_BYTES = Short.BYTES;
    private static final int MARK_BYTES = 16;

    /** What a mark is for: one of the one is none of the other. */
    public enum Use {
        ENTRY,
        SEAL
    }

    private record Place(int number, UUID tenant, Use use) {}

    @Inject
    AuditKeys secrets;

    @ConfigProperty(name = "quarkus.application.name")
    String service;

    private final Map<Place, SecretKey> keys = new ConcurrentHashMap<>();

    /** Early, so that no request waits for the key store. */
    void prepare(@Observes StartupEvent start) {
        secrets.newest();
    }

    /** The mark of a content: the number of the secret, and 16 bytes. */
    public byte[] mark(UUID tenant, Use use, byte[] content) {
        AuditKeys.AuditKey secret = secrets.newest();
        return ByteBuffer.allocate(NUMBER_BYTES + MARK_BYTES)
                .putShort((short) secret.number())
                .put(code(secret, tenant, use, content))
                .array();
    }

    /** Whether this service has marked this content; null is no mark. */
    public boolean fits(UUID tenant, Use use, byte[] content, byte[] mark) {
        if (mark == null || mark.length != NUMBER_BYTES + MARK_BYTES) {
            return false;
        }
        AuditKeys.AuditKey secret = secrets.numbered(ByteBuffer.wrap(mark).getShort());
        return secret != null
                && MessageDigest.isEqual(
                        code(secret, tenant, use, content), Arrays.copyOfRange(mark, NUMBER_BYTES, mark.length));
    }

    /** Marks with the newest secret from now on, whichever process made it. */
    public void refresh() {
        secrets.refresh();
    }

    private byte[] code(AuditKeys.AuditKey secret, UUID tenant, Use use, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.computeIfAbsent(
                    new Place(secret.number(), tenant, use),
                    place -> Aes.derive(secret.secret(), "audit " + service + " " + tenant + " " + use)));
            return Arrays.copyOf(mac.doFinal(content), MARK_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is missing", e);
        }
    }
}

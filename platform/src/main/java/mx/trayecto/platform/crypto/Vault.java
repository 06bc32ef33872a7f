package mx.trayecto.platform.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.ObjectMapper;

import mx.trayecto.platform.tenancy.CurrentActor;

/**
 * Seals what identifies a person under a key of her own (AES-256-GCM over JSON). A ciphertext is bound to its tenant
 * and subject: copied to another row it does not open. Once her key is destroyed nothing sealed for her opens again.
 */
@ApplicationScoped
public class Vault {
    private static final byte FORMAT = 1;
    private static final int HEAD = 17;

    @Inject
    KeyStore keys;

    @Inject
    CurrentActor actor;

    @Inject
    ObjectMapper json;

    /**
     * Seals a value for a subject of the current tenant; her key is made if she has none.
     *
     * @throws IllegalStateException where her key was destroyed
     */
    public byte[] seal(UUID subject, Object value) {
        return sealBytes(subject, bytes(value));
    }

    private byte[] bytes(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Seals bytes as they are, otherwise as {@link #seal}. */
    public byte[] sealBytes(UUID subject, byte[] plain) {
        UUID tenant = actor.get().tenant();
        return sealUnder(tenant, subject, keys.obtain(tenant, Set.of(subject)).get(subject), plain);
    }

    /** Seals a value for each subject with a single look into the key store, otherwise as {@link #seal}. */
    public <T> Map<UUID, byte[]> sealAll(Map<UUID, T> values) {
        UUID tenant = actor.get().tenant();
        Map<UUID, KeyStore.DataKey> found = keys.obtain(tenant, values.keySet());
        return values.entrySet().parallelStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        value ->
                                sealUnder(tenant, value.getKey(), found.get(value.getKey()), bytes(value.getValue()))));
    }

    /** Runs what only tries: no key that it makes remains, and what it seals opens only until it ends. */
    public <T> T trying(Supplier<T> work) {
        return keys.trying(work);
    }

    private static byte[] sealUnder(UUID tenant, UUID subject, KeyStore.DataKey key, byte[] plain) {
        if (key == null) {
            throw new IllegalStateException("the key of this subject was destroyed");
        }
        byte[] sealed = Aes.seal(key.key(), plain, bound(tenant, subject));
        return ByteBuffer.allocate(HEAD + sealed.length)
                .put(FORMAT)
                .put(KeyStore.bytes(key.id()))
                .put(sealed)
                .array();
    }

    /** Opens what {@link #sealBytes} sealed; null once the subject's key is destroyed. */
    public byte[] openBytes(UUID subject, byte[] sealed) {
        UUID tenant = actor.get().tenant();
        KeyStore.DataKey key = keys.find(tenant, Set.of(subject)).get(subject);
        return key == null ? null : plain(tenant, subject, key, sealed);
    }

    /** Opens what was sealed for a subject; null once her key is destroyed. */
    public <T> T open(UUID subject, byte[] sealed, Class<T> type) {
        return openAll(Map.of(subject, sealed), type).get(subject);
    }

    /**
     * Opens many things that were sealed for one subject with a single look into the key store, in their order; none once
     * her key is destroyed.
     */
    public <T> List<T> openEach(UUID subject, List<byte[]> sealed, Class<T> type) {
        UUID tenant = actor.get().tenant();
        KeyStore.DataKey key =
                sealed.isEmpty() ? null : keys.find(tenant, Set.of(subject)).get(subject);
        return key == null
                ? List.of()
                : sealed.stream()
                        .map(bytes -> open(tenant, subject, key, bytes, type))
                        .toList();
    }

    /** Opens one ciphertext per subject with a single look into the key store; those without a key are left out. */
    public <T> Map<UUID, T> openAll(Map<UUID, byte[]> sealed, Class<T> type) {
        if (sealed.isEmpty()) {
            return Map.of();
        }
        UUID tenant = actor.get().tenant();
        Map<UUID, KeyStore.DataKey> found = keys.find(tenant, sealed.keySet());
        Map<UUID, T> opened = new HashMap<>();
        sealed.forEach((subject, bytes) -> {
            KeyStore.DataKey key = found.get(subject);
            if (key != null) {
                opened.put(subject, open(tenant, subject, key, bytes, type));
            }
        });
        return opened;
    }

    /** Destroys a subject's key (cancellation of personal data): unreadable for ever, once key backups lapse. */
    public void destroy(UUID subject) {
        keys.destroy(actor.get().tenant(), subject);
    }

    private <T> T open(UUID tenant, UUID subject, KeyStore.DataKey key, byte[] bytes, Class<T> type) {
        try {
            return json.readValue(plain(tenant, subject, key, bytes), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] plain(UUID tenant, UUID subject, KeyStore.DataKey key, byte[] bytes) {
        ByteBuffer head = ByteBuffer.wrap(bytes);
        if (head.get() != FORMAT || !new UUID(head.getLong(), head.getLong()).equals(key.id())) {
            throw new IllegalStateException("sealed in another format or under another key");
        }
        byte[] sealed = new byte[head.remaining()];
        head.get(sealed);
        return Aes.open(key.key(), sealed, bound(tenant, subject));
    }

    private static byte[] bound(UUID tenant, UUID subject) {
        return ByteBuffer.allocate(32)
                .put(KeyStore.bytes(tenant))
                .put(KeyStore.bytes(subject))
                .array();
    }
}

package mx.trayecto.platform.audit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;

/** Bytes that are marked: each value with its length before it, so that no two contents are the same. */
final class Content {
    private static final byte[] NONE = {-1, -1, -1, -1};

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

    /** @param value may be null; an instant counts in microseconds, as the database keeps it */
    Content add(Object value) {
        return switch (value) {
            case null -> {
                bytes.writeBytes(NONE);
                yield this;
            }
            case byte[] plain -> bytes(plain);
            case Instant at -> add(at.getEpochSecond() + " " + at.getNano() / 1_000);
            default -> bytes(value.toString().getBytes(StandardCharsets.UTF_8));
        };
    }

    private Content bytes(byte[] value) {
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value.length).array());
        bytes.writeBytes(value);
        return this;
    }

    byte[] all() {
        return bytes.toByteArray();
    }

    byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(all());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}

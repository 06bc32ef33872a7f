package mx.trayecto.programs.credential;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * A bit for each credential of a list, set where it was revoked: compressed, and in Base64url after a {@code u}, as W3C
 * Bitstring Status List 1.0 asks. The first bit is the leftmost one.
 */
final class RevokedBits {
    /** As few as the standard allows, so that a list says little about how many there are. */
    static final int BITS = 131_072;

    private RevokedBits() {}

    static String encoded(List<Integer> revoked) {
        byte[] bits = new byte[BITS / Byte.SIZE];
        revoked.forEach(index -> bits[index / Byte.SIZE] |= (byte) (0x80 >> index % Byte.SIZE));
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(compressed.toByteArray());
    }
}

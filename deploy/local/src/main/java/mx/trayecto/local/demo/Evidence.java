package mx.trayecto.local.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

import mx.trayecto.local.Json;

/**
 * What a reported figure rests on here: a note that says where it was published. The publications are not at hand, so it
 * is the note whose hash is told.
 */
final class Evidence {
    private Evidence() {}

    static Map<String, Object> of(String publication) {
        String note = "Publicado en: " + publication;
        return Json.of("title", publication, "reference", "Nota de la demostración", "sha256", sha256(note));
    }

    private static String sha256(String note) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(note.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}

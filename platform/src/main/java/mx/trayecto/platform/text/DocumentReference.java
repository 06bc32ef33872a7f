package mx.trayecto.platform.text;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A document that is kept elsewhere: where, and by what it is known to be the same still.
 *
 * @param reference where it is found: a file number, a link
 * @param sha256 its hash, 64 hexadecimal digits
 */
@Schema(description = "A document that is kept elsewhere")
public record DocumentReference(
        @NotNull @Text(max = 200) String title,

        @NotNull
        @Text(max = 500)
        @Pattern(regexp = DocumentReference.FILE_OR_LINK, message = "{mx.trayecto.reference}")
        @Schema(description = "Where it is found: a file number, or a link by https or http")
        String reference,

        @NotNull
        @Pattern(regexp = "[0-9a-f]{64}", message = "{mx.trayecto.sha256}")
        @Schema(description = "SHA-256 of its bytes")
        String sha256) {
    /**
     * Readers will follow it: what begins like a link leads to the web and nowhere else. "Folio: 12" is none, for the
     * blank behind its colon, except where a browser would run what follows all the same.
     */
    static final String FILE_OR_LINK = "^(?:[Hh][Tt][Tt][Pp][Ss]?://[^\\s/]\\S*"
            + "|(?![\\s\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000]*[A-Za-z][A-Za-z0-9+.-]*:\\S)"
            + "(?![\\s\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000]*(?:[Jj][Aa][Vv][Aa]|[Vv][Bb])[Ss][Cc][Rr][Ii][Pp][Tt]\\s*:)"
            + "(?![\\s\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000]*[Dd][Aa][Tt][Aa]\\s*:).*)$";
}

package mx.trayecto.programs.credential;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import mx.trayecto.platform.concurrency.Versioned;

/** The public part of a key that credentials are signed with. */
@Schema(name = "IssuerKey")
record IssuerKeyView(
        UUID id,
        long version,

        @Schema(type = SchemaType.OBJECT, description = "JSON Web Key (RFC 7517)")
        JsonNode publicKey,

        @Schema(description = "Since when it signs") Instant createdAt,

        @Schema(description = "Since when it signs no more; what it signed is verified with it still")
        Instant retiredAt,

        @Schema(description = "Since when nothing is believed that it signed, at whatever time")
        Instant withdrawnAt)
        implements Versioned {

    static IssuerKeyView of(IssuerKey key, JsonNode publicKey) {
        return new IssuerKeyView(key.id, key.version, publicKey, key.createdAt, key.retiredAt, key.withdrawnAt);
    }
}

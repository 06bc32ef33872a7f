package mx.trayecto.platform.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who did what to which record, and when. */
@Schema(name = "AuditEntry", description = "Who did what to which record, and when. Nothing in it is personal.")
public record AuditEntryView(
        @Schema(description = "Number of the entry") long entry,

        Instant at,

        @Schema(description = "The person or client that acted")
        String subject,

        @Schema(description = "The client system that the token was given to, or the service that went on by itself")
        String client,

        @Schema(description = "The organization the subject belongs to")
        UUID organization,

        @Schema(description = "Name of the operation in the contract, or of what the service did by itself")
        String action,

        @Schema(description = "What it was done to; absent where it was a list")
        UUID resource,

        @Schema(description = "W3C trace of the request") String trace,

        @Schema(description = "Ids, codes and numbers: of a list, the people that it told of")
        Map<String, Object> details) {

    static AuditEntryView of(Entry entry) {
        return new AuditEntryView(
                entry.id(),
                entry.at(),
                entry.subject(),
                entry.client(),
                entry.organization(),
                entry.action(),
                entry.resource(),
                entry.trace(),
                entry.details() == null ? null : members(Details.tree(entry.details())));
    }

    private static Map<String, Object> members(JsonNode details) {
        Map<String, Object> members = new LinkedHashMap<>();
        details.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }
}

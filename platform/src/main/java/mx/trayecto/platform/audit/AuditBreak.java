package mx.trayecto.platform.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where the audit is not as this service left it.
 *
 * @param seal the number of the seal that shows it; null where no seal does
 * @param entry the entry; null where it is of a seal alone
 */
@Schema(name = "AuditBreak")
public record AuditBreak(
        Kind kind,

        @Schema(description = "Number of the seal that shows it")
        Long seal,

        @Schema(description = "The entry, where one can be named")
        Long entry) {

    /** What is wrong. */
    @Schema(name = "AuditBreakKind")
    public enum Kind {
        /** A sealed entry is not there any more. */
        @JsonProperty("entry-removed")
        ENTRY_REMOVED,
        /** An entry is not what this service wrote. */
        @JsonProperty("entry-changed")
        ENTRY_CHANGED,
        /** An entry was not written by this service. */
        @JsonProperty("entry-foreign")
        ENTRY_FOREIGN,
        /** An entry is there twice. */
        @JsonProperty("entry-copied")
        ENTRY_COPIED,
        /** No seal is of an entry that this service wrote, and none is to come. */
        @JsonProperty("entry-not-sealed")
        ENTRY_NOT_SEALED,
        /** An entry is not found by all that it tells of. */
        @JsonProperty("entry-not-indexed")
        ENTRY_NOT_INDEXED,
        /** A seal is not what the sealer made, or its entries are not. */
        @JsonProperty("seal-broken")
        SEAL_BROKEN,
        /** A seal is not there any more. */
        @JsonProperty("seal-removed")
        SEAL_REMOVED,
        /** The seal that was kept elsewhere is not in the chain: the chain was cut, or made anew. */
        @JsonProperty("head-lost")
        HEAD_LOST
    }
}

package mx.trayecto.platform.audit;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the check of a part of a tenant's chain came to.
 *
 * @param from the number of the first seal that was checked
 * @param to the number of the last one; less than {@code from} where there was none
 * @param entries how many sealed entries were checked
 * @param pending how many entries wait to be sealed, where the end of the chain was reached
 * @param head the newest seal of the chain: to be kept where nobody can rewrite it
 * @param next after which number to go on; null where the end was reached
 */
@Schema(
        name = "AuditVerification",
        description = "What the check of a part of the chain came to. The whole is checked once `next` is absent.")
public record AuditVerification(
        @Schema(description = "Number of the first seal checked")
        long from,

        @Schema(description = "Number of the last seal checked; less than `from` where there was none")
        long to,

        @Schema(description = "Sealed entries checked") long entries,

        @Schema(description = "Entries that wait to be sealed, within seconds; told where the end is reached")
        long pending,

        @Schema(description = "Whether nothing was found") boolean intact,

        @Schema(description = "What was found, a hundred at most")
        List<AuditBreak> breaks,

        @Schema(description = "The newest seal; absent while there is none")
        Head head,

        @Schema(description = "Where to go on: the `after` of the next call; absent at the end")
        Long next) {

    /** The newest seal of a chain. */
    @Schema(
            name = "AuditHead",
            description =
                    "The newest seal. Keep it away from the database, and give number and seal with the next check:"
                            + " so it is found where the chain's end was cut off.")
    public record Head(long number, String seal, Instant sealedAt) {
        static Head of(Seal seal) {
            return seal.number() == 0 ? null : new Head(seal.number(), seal.hex(), seal.sealedAt());
        }
    }
}

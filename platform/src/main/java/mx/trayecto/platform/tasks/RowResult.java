package mx.trayecto.platform.tasks;

import java.util.Map;
import java.util.UUID;

import mx.trayecto.platform.problem.ProblemException;

/**
 * What a row came to.
 *
 * @param externalId how the caller's system calls what the row tells of; opaque, null where the row names nothing
 * @param id the resource, where there is one
 * @param problem why it was rejected; null otherwise
 * @param details what the audit tells of what was written, beside task and line: codes and names of fields, nothing
 *     personal
 * @param partOf the resource that the audit tells of in its stead: once for all rows of a transaction that are part of
 *     it, with their lines; null where it tells of the row's own
 */
public record RowResult(
        RowOutcome outcome, String externalId, UUID id, ProblemException problem, Map<String, ?> details, UUID partOf) {
    public static RowResult of(RowOutcome outcome, String externalId, UUID id) {
        return new RowResult(outcome, externalId, id, null, Map.of(), null);
    }

    /** A row that made a part of something, as one call makes many of. */
    public static RowResult part(UUID id, UUID of) {
        return new RowResult(RowOutcome.CREATED, null, id, null, Map.of(), of);
    }

    /** A row that changed something. */
    public static RowResult updated(String externalId, UUID id, Map<String, ?> details) {
        return new RowResult(RowOutcome.UPDATED, externalId, id, null, details, null);
    }

    /** A row that is refused and has written nothing. */
    public static RowResult rejected(String externalId, ProblemException problem) {
        return new RowResult(RowOutcome.REJECTED, externalId, null, problem, Map.of(), null);
    }
}

package mx.trayecto.participants.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import mx.trayecto.participants.finding.Tokens;
import mx.trayecto.platform.crypto.Vault;
import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.Compartments;
import mx.trayecto.platform.tenancy.CurrentActor;

/**
 * Cancels a person's data, in all her records at once: what was left of one would bring her back. They are blocked first
 * and suppressed later. Every call runs in the caller's transaction.
 */
@ApplicationScoped
public class Cancellation {
    /** Blocked rows stay merged: nobody sees them to part them. */
    private static final String HERS = """
            SELECT p.id, p.merged_into FROM participant p
             WHERE p.tenant_id = ? AND p.blocked_on IS NOT NULL
               AND coalesce(p.merged_into, p.id) = (SELECT coalesce(a.merged_into, a.id) FROM participant a
                                                     WHERE a.tenant_id = p.tenant_id AND a.id = ?)
             ORDER BY p.id""";

    private record Hers(UUID id, UUID mergedInto) {}

    @Inject
    Participants participants;

    @Inject
    Records records;

    @Inject
    Protection protection;

    @Inject
    Compartments compartments;

    @Inject
    Blocked blocked;

    @Inject
    Tokens tokens;

    @Inject
    Vault vault;

    @Inject
    Snapshots snapshots;

    @Inject
    Sql sql;

    @Inject
    CurrentActor actor;

    @Inject
    Event<DataBlocked> blocking;

    /**
     * Blocks her data: from the commit on nobody is shown, finds or is given anything of her; what she did still counts.
     *
     * @throws ProblemException 404 where the actor does not see her; 403 where she is protected and not opened to the
     *     actor, who could tell by what goes along which records are hers; 409 where she is merged meanwhile
     */
    public void block(UUID id, LocalDate on) {
        Participant seen = participants.require(id);
        protection.guardAll(seen);
        compartments.beyond(() -> block(records.survivor(seen), on));
    }

    private List<Participant> block(Participant stands, LocalDate on) {
        if (records.lock(List.of(stands.id)).isEmpty() || stands.mergedInto != null) {
            throw ProblemException.of(CommonProblem.CONFLICT); // another merge or cancellation came before the lock
        }
        List<Participant> hers = records.group(stands);
        hers.forEach(p -> tokens.replace(p.id, List.of(), null));
        blocked.show();
        hers.forEach(p -> p.block(on));
        blocked.hide();
        blocking.fire(new DataBlocked(hers.stream().map(p -> p.id).toList(), on));
        return hers;
    }

    /**
     * Suppresses blocked data for good: the keys of her records are destroyed at once, whatever becomes of the
     * transaction, which takes the rows' contents away and tells other services. May be repeated.
     */
    public void suppress(UUID id, LocalDate on) {
        blocked.show();
        List<Hers> hers = sql.list(
                HERS,
                row -> new Hers(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                actor.get().tenant(),
                id);
        blocked.hide();
        for (Hers record : hers) {
            vault.destroy(record.id());
            if (sql.first("SELECT suppress_participant(?, ?)", row -> row.getBoolean(1), record.id(), on)
                    .orElseThrow()) {
                snapshots.suppress(record.id(), record.mergedInto());
            }
        }
    }
}

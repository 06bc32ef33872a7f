package mx.trayecto.participants.finding;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.CurrentActor;

/**
 * Records that are still to be compared with the others. They are only written down in the transaction that registers or
 * changes them: comparing afterwards costs the caller nothing, and how long a registration takes tells nothing of who is
 * registered already.
 */
@ApplicationScoped
public class Checks {
    private static final String ASK = "INSERT INTO duplicate_check (tenant_id, participant_id)"
            + " SELECT ?, id FROM unnest(?::uuid[]) AS k (id)"
            + " ON CONFLICT (tenant_id, participant_id) DO UPDATE SET asked_at = EXCLUDED.asked_at";

    @Inject
    Sql sql;

    @Inject
    CurrentActor actor;

    /** Has a record compared soon. A look that is under way is waited for, so that the change is seen by the next. */
    public void ask(UUID participant) {
        ask(List.of(participant));
    }

    public void ask(Collection<UUID> participants) {
        UUID tenant = actor.get().tenant();
        sql.later(pipeline -> pipeline.write(ASK, tenant, participants));
    }

    /** Takes records that are to be compared, in this transaction; those that somebody is asking for just now wait. */
    public List<UUID> take(int most) {
        UUID tenant = actor.get().tenant();
        return sql.ids(
                "DELETE FROM duplicate_check WHERE tenant_id = ? AND participant_id = ANY (ARRAY("
                        + "SELECT participant_id FROM duplicate_check WHERE tenant_id = ? ORDER BY participant_id"
                        + " LIMIT ? FOR UPDATE SKIP LOCKED)) RETURNING participant_id",
                tenant,
                tenant,
                most);
    }
}

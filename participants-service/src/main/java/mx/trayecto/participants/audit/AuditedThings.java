package mx.trayecto.participants.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.CurrentActor;

/**
 * What belongs to a woman's record, as far as the actor may see it: entries name the thing that was acted on. A merge or
 * a likeness with a protected record is none of it, since it would lead from the one record to the other. Of a
 * suppressed woman's memberships nothing is left to find theirs by.
 */
@ApplicationScoped
class AuditedThings {
    private static final String OPEN = " AND (SELECT count(*) FROM participant p WHERE p.tenant_id = t.tenant_id"
            + " AND p.id IN (t.%1$s, t.%2$s) AND NOT p.protected) = 2";

    private static final String ALL = "SELECT id FROM consent WHERE tenant_id = ? AND participant_id = ?"
            + " UNION ALL SELECT id FROM application WHERE tenant_id = ? AND participant_id = ?"
            + " UNION ALL SELECT id FROM identity_access WHERE tenant_id = ? AND participant_id = ?"
            + " UNION ALL SELECT id FROM arco_request WHERE tenant_id = ? AND participant_id = ?"
            + " UNION ALL SELECT id FROM collective_member WHERE tenant_id = ? AND participant_id = ?"
            + " UNION ALL SELECT id FROM participant_merge t WHERE tenant_id = ? AND ? IN (survivor_id, merged_id)"
            + OPEN.formatted("survivor_id", "merged_id")
            + " UNION ALL SELECT id FROM duplicate t WHERE tenant_id = ? AND ? IN (one_id, other_id)"
            + OPEN.formatted("one_id", "other_id")
            + " UNION ALL SELECT ?";

    private static final int TABLES = 7;

    @Inject
    Sql sql;

    @Inject
    CurrentActor actor;

    /** The ids of all of it, hers among them. */
    List<UUID> of(UUID participant) {
        List<Object> values = new ArrayList<>();
        for (int each = 0; each < TABLES; each++) {
            values.add(actor.get().tenant());
            values.add(participant);
        }
        values.add(participant);
        return sql.ids(ALL, values.toArray());
    }
}

package mx.trayecto.participants.conflicts;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.participants.breakglass.IdentityAccesses;
import mx.trayecto.platform.audit.Audit;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.CurrentActor;

/**
 * Protected women with two live enrolments in a programme since their records were merged. programs-service lists all
 * others, but does not know who opened whom: that two records are of one protected woman is for those alone who opened one
 * of them. It is not kept but read, so an enrolment that ends, a merge that is taken back or an access that is over leaves
 * it at once. Every call runs in the caller's transaction.
 */
@ApplicationScoped
class Conflicts {
    private static final String READ = """
            SELECT stands, program_id, enrollments, opened
              FROM (SELECT coalesce(p.merged_into, p.id) AS stands, e.program_id,
                           array_agg(e.id ORDER BY e.id) AS enrollments, (array_agg(p.id ORDER BY e.id))[1] AS opened
                      FROM participant p
                      JOIN live_enrollment e ON e.tenant_id = p.tenant_id AND e.participant_id = p.id
                     WHERE p.tenant_id = ? AND p.id = ANY (?) AND p.protected
                     GROUP BY 1, 2
                    HAVING count(DISTINCT p.id) > 1) AS hers
             WHERE enrollments[1] > ? ORDER BY enrollments[1] LIMIT ?""";

    private static final UUID FIRST = new UUID(0, 0);

    @Inject
    IdentityAccesses accesses;

    @Inject
    CurrentActor actor;

    @Inject
    Audit audit;

    @Inject
    Sql sql;

    /**
     * Those whose first enrolment comes after an id, in the order of the first ones, of the women whom the actor opened
     * and as far as their enrolments are for the actor to see. Each woman told of leaves a trace, at the record that was
     * opened: beside another of hers the access would lead an auditor from the one to the other.
     *
     * @param action the operation's name in the contract
     */
    List<ConflictView> rows(String action, UUID after, int most) {
        Map<UUID, UUID> opened = accesses.live();
        if (opened.isEmpty()) {
            return List.of();
        }
        List<ConflictView> conflicts = sql.list(
                READ,
                row -> {
                    UUID stands = row.getObject(1, UUID.class);
                    UUID[] enrollments = (UUID[]) row.getArray(3).getArray();
                    return new ConflictView(
                            opened.containsKey(stands) ? stands : null,
                            row.getObject(2, UUID.class),
                            Arrays.asList(enrollments),
                            opened.get(row.getObject(4, UUID.class)));
                },
                actor.get().tenant(),
                opened.keySet(),
                after == null ? FIRST : after,
                most);
        accesses.records(conflicts.stream()
                        .map(ConflictView::identityAccess)
                        .distinct()
                        .toList())
                .forEach((access, record) -> audit.record(action, record, Map.of("identityAccess", access)));
        return conflicts;
    }
}

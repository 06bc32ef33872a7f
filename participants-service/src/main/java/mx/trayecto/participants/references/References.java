package mx.trayecto.participants.references;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.CurrentActor;

/** Which references name whom, as far as the actor may see. Every call runs in the caller's transaction. */
@ApplicationScoped
public class References {
    @Inject
    Sql sql;

    @Inject
    CurrentActor actor;

    /** Her own, and those of the records merged into hers. */
    private static final String HERS = """
            SELECT participant_id, source_system, external_id FROM external_reference
             WHERE tenant_id = ? AND participant_id = ANY (?)
             UNION
            SELECT p.merged_into, r.source_system, r.external_id
              FROM participant p
              JOIN external_reference r ON r.tenant_id = p.tenant_id AND r.participant_id = p.id
             WHERE p.tenant_id = ? AND p.merged_into = ANY (?) AND (NOT p.protected OR p.merged_into = ANY (?))
             ORDER BY 2, 3""";

    /**
     * All visible references of each person.
     *
     * @param opened the protected among them of whom the actor may be told which records were merged into theirs
     */
    public Map<UUID, List<Reference>> of(Collection<UUID> participants, Collection<UUID> opened) {
        Map<UUID, List<Reference>> found = new HashMap<>();
        UUID tenant = actor.get().tenant();
        sql.list(
                HERS,
                row -> found.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                        .add(new Reference(row.getString(2), row.getString(3))),
                tenant,
                participants,
                tenant,
                participants,
                opened);
        return found;
    }

    /**
     * A reference that a person is given.
     *
     * @param place how many have it before her
     */
    public record Given(UUID participant, Reference reference, int place) {}

    /** Adds references; they are sent with the transaction's next statement. */
    public void add(Collection<Given> given) {
        UUID tenant = actor.get().tenant();
        Columns<Given> rows = Columns.of(given)
                .text(g -> g.reference().sourceSystem())
                .text(g -> g.reference().externalId())
                .uuid(Given::participant)
                .whole(Given::place);
        sql.later(pipeline -> pipeline.write(
                "INSERT INTO external_reference (tenant_id, source_system, external_id, participant_id, place)"
                        + " SELECT ?, g.source_system, g.external_id, g.participant_id, g.place"
                        + " FROM unnest(?::text[], ?::text[], ?::uuid[], ?::int4[])"
                        + " AS g (source_system, external_id, participant_id, place)",
                tenant,
                rows));
    }
}

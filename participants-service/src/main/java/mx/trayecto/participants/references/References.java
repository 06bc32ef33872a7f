package mx.trayecto.participants.references;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.CurrentActor;

/** Which references name whom, as far as the actor may see. Every call runs in the caller's transaction. */
@ApplicationScoped
public class References {
    @Inject
    Sql sql;

    @Inject
    CurrentActor actor;

    /** All visible references of each person. */
    public Map<UUID, List<Reference>> of(Collection<UUID> participants) {
        Map<UUID, List<Reference>> found = new HashMap<>();
        sql.list(
                "SELECT participant_id, source_system, external_id FROM external_reference"
                        + " WHERE tenant_id = ? AND participant_id = ANY (?) ORDER BY source_system, external_id",
                row -> found.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                        .add(new Reference(row.getString(2), row.getString(3))),
                actor.get().tenant(),
                participants);
        return found;
    }

    /**
     * Adds a reference to a person.
     *
     * @param place how many have it before her
     */
    public void add(UUID participant, Reference reference, int place) {
        sql.execute(
                "INSERT INTO external_reference (tenant_id, source_system, external_id, participant_id, place)"
                        + " VALUES (?, ?, ?, ?, ?)",
                actor.get().tenant(),
                reference.sourceSystem(),
                reference.externalId(),
                participant,
                place);
    }
}

package mx.trayecto.participants.references;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import mx.trayecto.platform.tenancy.CurrentActor;

/** Which references name whom, as far as the actor may see. Every call runs in the caller's transaction. */
@ApplicationScoped
public class References {
    @Inject
    EntityManager database;

    @Inject
    CurrentActor actor;

    /** All visible references of each person. */
    public Map<UUID, List<Reference>> of(Collection<UUID> participants) {
        Map<UUID, List<Reference>> found = new HashMap<>();
        List<?> rows = database.createNativeQuery(
                        "SELECT participant_id, source_system, external_id FROM external_reference"
                                + " WHERE tenant_id = ?1 AND participant_id = ANY (?2)"
                                + " ORDER BY source_system, external_id",
                        Object[].class)
                .setParameter(1, actor.get().tenant())
                .setParameter(2, participants.toArray(UUID[]::new))
                .getResultList();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            found.computeIfAbsent((UUID) columns[0], id -> new java.util.ArrayList<>())
                    .add(new Reference((String) columns[1], (String) columns[2]));
        }
        return found;
    }

    /**
     * Adds a reference to a person.
     *
     * @param place how many have it before her
     */
    public void add(UUID participant, Reference reference, int place) {
        database.createNativeQuery("INSERT INTO external_reference"
                        + " (tenant_id, source_system, external_id, participant_id, place) VALUES (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, actor.get().tenant())
                .setParameter(2, reference.sourceSystem())
                .setParameter(3, reference.externalId())
                .setParameter(4, participant)
                .setParameter(5, place)
                .executeUpdate();
    }
}

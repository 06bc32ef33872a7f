package mx.trayecto.participants.centers;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import mx.trayecto.platform.tenancy.CurrentActor;

/** The tenant's learning centres as programs-service tells them, and whom they serve. Runs in the caller's transaction. */
@ApplicationScoped
public class Centers {
    @Inject
    EntityManager database;

    @Inject
    CurrentActor actor;

    /** Whether a centre of the tenant is known that was open on a day. */
    public boolean open(UUID center, LocalDate on) {
        return !database.createNativeQuery(
                        "SELECT 1 FROM known_center WHERE tenant_id = ?1 AND id = ?2"
                                + " AND (closed_on IS NULL OR closed_on >= ?3)",
                        Integer.class)
                .setParameter(1, actor.get().tenant())
                .setParameter(2, center)
                .setParameter(3, on)
                .getResultList()
                .isEmpty();
    }

    /** The centre of a cohort, as far as it is known here. */
    public Optional<UUID> ofCohort(UUID cohort) {
        return database.createNativeQuery(
                        "SELECT center_id FROM known_cohort WHERE tenant_id = ?1 AND id = ?2", UUID.class)
                .setParameter(1, actor.get().tenant())
                .setParameter(2, cohort)
                .getResultStream()
                .map(UUID.class::cast)
                .findFirst();
    }

    /** Puts a person in a centre's compartment. */
    public void serve(UUID participant, UUID center) {
        database.createNativeQuery("INSERT INTO served_at (tenant_id, participant_id, center_id)"
                        + " VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING")
                .setParameter(1, actor.get().tenant())
                .setParameter(2, participant)
                .setParameter(3, center)
                .executeUpdate();
    }
}

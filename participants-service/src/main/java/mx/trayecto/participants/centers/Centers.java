package mx.trayecto.participants.centers;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.CurrentActor;

/** The tenant's learning centres as programs-service tells them, and whom they serve. Runs in the caller's transaction. */
@ApplicationScoped
public class Centers {
    @Inject
    Sql sql;

    @Inject
    CurrentActor actor;

    /** Whether a centre of the tenant is known that was open on a day. */
    public boolean open(UUID center, LocalDate on) {
        return !sql.ids(
                        "SELECT id FROM known_center WHERE tenant_id = ? AND id = ?"
                                + " AND (closed_on IS NULL OR closed_on >= ?)",
                        actor.get().tenant(),
                        center,
                        on)
                .isEmpty();
    }

    /** The centre of a cohort, as far as it is known here. */
    public Optional<UUID> ofCohort(UUID cohort) {
        return sql
                .ids(
                        "SELECT center_id FROM known_cohort WHERE tenant_id = ? AND id = ?",
                        actor.get().tenant(),
                        cohort)
                .stream()
                .findFirst();
    }

    /** Puts a person in a centre's compartment. */
    public void serve(UUID participant, UUID center) {
        sql.execute(
                "INSERT INTO served_at (tenant_id, participant_id, center_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                actor.get().tenant(),
                participant,
                center);
    }
}

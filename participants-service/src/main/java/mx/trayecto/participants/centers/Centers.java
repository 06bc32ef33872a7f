package mx.trayecto.participants.centers;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Recollection;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.CurrentActor;

/** The tenant's learning centres as programs-service tells them, and whom they serve. Runs in the caller's transaction. */
@ApplicationScoped
public class Centers {
    @Inject
    Sql sql;

    @Inject
    CurrentActor actor;

    @Inject
    Recollection recollection;

    /** @param closed the last day on which it was open; null where it still is */
    private record Known(LocalDate closed) {}

    /** Whether a centre of the tenant is known that was open on a day. */
    public boolean open(UUID center, LocalDate on) {
        return recollection
                .<UUID, Optional<Known>>of(Centers.class)
                .computeIfAbsent(center, this::find)
                .filter(known -> known.closed() == null || !known.closed().isBefore(on))
                .isPresent();
    }

    private Optional<Known> find(UUID center) {
        return sql.first(
                "SELECT closed_on FROM known_center WHERE tenant_id = ? AND id = ?",
                row -> new Known(row.getObject(1, LocalDate.class)),
                actor.get().tenant(),
                center);
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

    /** The same for many, each with her centre; it is sent with the transaction's next statement. */
    public void serve(Map<UUID, UUID> centers) {
        if (centers.isEmpty()) {
            return;
        }
        UUID tenant = actor.get().tenant();
        Columns<Map.Entry<UUID, UUID>> rows =
                Columns.of(centers.entrySet()).uuid(Map.Entry::getKey).uuid(Map.Entry::getValue);
        sql.later(pipeline -> pipeline.write(
                "INSERT INTO served_at (tenant_id, participant_id, center_id)"
                        + " SELECT ?, s.participant_id, s.center_id"
                        + " FROM unnest(?::uuid[], ?::uuid[]) AS s (participant_id, center_id) ON CONFLICT DO NOTHING",
                tenant,
                rows));
    }
}

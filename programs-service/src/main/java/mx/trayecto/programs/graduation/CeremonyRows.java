package mx.trayecto.programs.graduation;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.hibernate.Session;

import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.platform.tenancy.TenantEntity;
import mx.trayecto.programs.enrollment.CohortTerms;

/** Ceremonies and recognitions, each there once however often it is asked for. */
@ApplicationScoped
class CeremonyRows {
    private static final String HOLD = """
            INSERT INTO ceremony (tenant_id, id, version, created_at, center_id, held_on, title)
            VALUES (?, ?, 0, now(), ?, ?, ?::jsonb)
            ON CONFLICT (tenant_id, center_id, held_on, (title ->> 'es')) DO NOTHING""";
    private static final String RECOGNISE = """
            INSERT INTO recognition (tenant_id, ceremony_id, enrollment_id)
            SELECT ?, ?, e FROM unnest(?::uuid[]) AS e
            ON CONFLICT DO NOTHING
            RETURNING enrollment_id""";

    @Inject
    Session database;

    @Inject
    CurrentActor actor;

    @Inject
    ObjectMapper json;

    /** The ceremony that a centre, a day and a title name; made where it is the first time. */
    Ceremony hold(CohortTerms cohort, HoldCeremony command) {
        database.doWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(HOLD)) {
                insert.setObject(1, actor.get().tenant());
                insert.setObject(2, TenantEntity.newId());
                insert.setObject(3, cohort.center());
                insert.setObject(4, command.on());
                insert.setString(5, text(command.title()));
                insert.executeUpdate();
            }
        });
        UUID id = (UUID) database.createNativeQuery(
                        "SELECT id FROM ceremony WHERE center_id = :center AND held_on = :day"
                                + " AND title ->> 'es' = :title",
                        UUID.class)
                .setParameter("center", cohort.center())
                .setParameter("day", command.on())
                .setParameter("title", command.title().es())
                .getSingleResult();
        return database.find(Ceremony.class, id);
    }

    /** @return those who were not recognised at it before */
    Set<UUID> recognise(Ceremony ceremony, Collection<UUID> enrollments) {
        return database.doReturningWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(RECOGNISE)) {
                insert.setObject(1, ceremony.tenantId);
                insert.setObject(2, ceremony.id);
                insert.setArray(3, connection.createArrayOf("uuid", enrollments.toArray()));
                Set<UUID> fresh = new LinkedHashSet<>();
                try (ResultSet row = insert.executeQuery()) {
                    while (row.next()) {
                        fresh.add(row.getObject(1, UUID.class));
                    }
                }
                return fresh;
            }
        });
    }

    private String text(Object title) {
        try {
            return json.writeValueAsString(title);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a title cannot be written", e);
        }
    }
}

package mx.trayecto.programs.graduation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import mx.trayecto.platform.storage.Sql;
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

    private static final String HELD = """
            SELECT c.id, array_agg(r.enrollment_id ORDER BY r.enrollment_id)
              FROM recognition r
              JOIN enrollment e ON e.tenant_id = r.tenant_id AND e.id = r.enrollment_id
              JOIN ceremony c ON c.tenant_id = r.tenant_id AND c.id = r.ceremony_id
             WHERE e.cohort_id = ? AND c.id = COALESCE(CAST(? AS uuid), c.id)
               AND c.id > COALESCE(CAST(? AS uuid), CAST('00000000-0000-0000-0000-000000000000' AS uuid))
             GROUP BY c.id ORDER BY c.id LIMIT ?""";

    @Inject
    Sql sql;

    @Inject
    CurrentActor actor;

    @Inject
    ObjectMapper json;

    /** The ceremony that a centre, a day and a title name; made where it is the first time. */
    Ceremony hold(CohortTerms cohort, HoldCeremony command) {
        sql.execute(
                HOLD, actor.get().tenant(), TenantEntity.newId(), cohort.center(), command.on(), text(command.title()));
        List<UUID> one = sql.ids(
                "SELECT id FROM ceremony WHERE center_id = ? AND held_on = ? AND title ->> 'es' = ?",
                cohort.center(),
                command.on(),
                command.title().es());
        return Ceremony.findById(one.getFirst());
    }

    /** @return those who were not recognised at it before */
    Set<UUID> recognise(Ceremony ceremony, Collection<UUID> enrollments) {
        return new LinkedHashSet<>(sql.ids(RECOGNISE, ceremony.tenantId, ceremony.id, enrollments));
    }

    /** A ceremony and the enrolments of one cohort that it recognises. */
    record Held(Ceremony ceremony, List<UUID> recognised) {}

    /**
     * The ceremonies that recognise somebody of a cohort, in order of registration.
     *
     * @param one that ceremony alone; all where null
     * @param after those registered after it; from the first where null
     */
    List<Held> held(UUID cohort, UUID one, UUID after, int most) {
        Map<UUID, List<UUID>> recognised = new LinkedHashMap<>();
        sql.list(
                HELD,
                row -> recognised.put(row.getObject(1, UUID.class), List.of((UUID[])
                        row.getArray(2).getArray())),
                cohort,
                one,
                after,
                most);
        Map<UUID, Ceremony> ceremonies = Ceremony.<Ceremony>list("id IN ?1", recognised.keySet()).stream()
                .collect(Collectors.toMap(ceremony -> ceremony.id, Function.identity()));
        return recognised.entrySet().stream()
                .map(entry -> new Held(ceremonies.get(entry.getKey()), entry.getValue()))
                .toList();
    }

    private String text(Object title) {
        try {
            return json.writeValueAsString(title);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a title cannot be written", e);
        }
    }
}

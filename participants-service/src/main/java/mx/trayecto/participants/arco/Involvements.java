package mx.trayecto.participants.arco;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.CurrentActor;

/** What a person takes part in and was given, as it is held under her records. Runs in the caller's transaction. */
@ApplicationScoped
class Involvements {
    private static final String COLLECTIVES = """
            SELECT c.id, c.name, m.role, m.joined_on, m.left_on
              FROM collective_member m
              JOIN collective c ON c.tenant_id = m.tenant_id AND c.id = m.collective_id
             WHERE m.tenant_id = ? AND m.participant_id = ANY (?)
             ORDER BY m.joined_on, m.id""";

    private static final String DELIVERIES = """
            SELECT id, program_id, kind, amount, currency, delivered_on
              FROM beneficiary_delivery
             WHERE tenant_id = ? AND participant_id = ANY (?)
             ORDER BY delivered_on, id""";

    @Inject
    CurrentActor actor;

    @Inject
    Sql sql;

    List<Map<String, Object>> collectives(Collection<UUID> records) {
        return sql.list(COLLECTIVES, Involvements::membership, actor.get().tenant(), records);
    }

    List<Map<String, Object>> deliveries(Collection<UUID> records) {
        return sql.list(DELIVERIES, Involvements::delivery, actor.get().tenant(), records);
    }

    private static Map<String, Object> membership(ResultSet row) throws SQLException {
        Map<String, Object> membership = new LinkedHashMap<>();
        membership.put("collective", row.getObject(1, UUID.class));
        membership.put("name", row.getString(2));
        membership.put("role", row.getString(3).toLowerCase().replace('_', '-'));
        membership.put("joinedOn", row.getObject(4, LocalDate.class));
        membership.put("leftOn", row.getObject(5, LocalDate.class));
        membership.values().removeIf(Objects::isNull);
        return membership;
    }

    private static Map<String, Object> delivery(ResultSet row) throws SQLException {
        Map<String, Object> delivery = new LinkedHashMap<>();
        delivery.put("id", row.getObject(1, UUID.class));
        delivery.put("program", row.getObject(2, UUID.class));
        delivery.put("benefit", row.getString(3));
        delivery.put("amount", row.getString(4));
        delivery.put("currency", row.getString(5));
        delivery.put("deliveredOn", row.getObject(6, LocalDate.class));
        delivery.values().removeIf(Objects::isNull);
        return delivery;
    }
}

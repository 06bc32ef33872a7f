package mx.trayecto.indicators.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The slots that facts stand in; never changed, because their id follows from their content. */
final class SlotTable {
    private static final String INSERT = "INSERT INTO slot (tenant_id, id, program, agreement, center, cohort, month,"
            + " sex, age_group, state, municipality)"
            + " SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::date[],"
            + " ?::text[], ?::text[], ?::text[], ?::text[]) ON CONFLICT DO NOTHING";

    private static final String SELECT = "SELECT s.tenant_id, s.id, s.program, s.agreement, s.center, s.cohort,"
            + " s.month, s.sex, s.age_group, s.state, s.municipality"
            + " FROM slot s JOIN unnest(?::uuid[], ?::uuid[]) AS k (tenant_id, id) USING (tenant_id, id)";

    private final Connection connection;

    SlotTable(Connection connection) {
        this.connection = connection;
    }

    void make(Collection<Slot> slots) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            new Columns<>(connection, insert, slots)
                    .uuid(Slot::tenant)
                    .uuid(Slot::id)
                    .uuid(Slot::program)
                    .uuid(Slot::agreement)
                    .uuid(Slot::center)
                    .uuid(Slot::cohort)
                    .date(Slot::month)
                    .text(s -> s.traits().sex())
                    .text(s -> s.traits().ageGroup())
                    .text(s -> s.traits().state())
                    .text(s -> s.traits().municipality());
            insert.executeUpdate();
        }
    }

    Map<TenantId, Slot> byId(Collection<TenantId> ids) throws SQLException {
        Map<TenantId, Slot> slots = new HashMap<>();
        if (ids.isEmpty()) {
            return slots;
        }
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            new Columns<>(connection, select, ids).uuid(TenantId::tenant).uuid(TenantId::id);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Slot slot = new Slot(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            row.getObject(3, UUID.class),
                            row.getObject(4, UUID.class),
                            row.getObject(5, UUID.class),
                            row.getObject(6, UUID.class),
                            row.getObject(7, LocalDate.class),
                            new Traits(row.getString(8), row.getString(9), row.getString(10), row.getString(11)));
                    slots.put(new TenantId(slot.tenant(), slot.id()), slot);
                }
            }
        }
        return slots;
    }
}

package mx.trayecto.indicators.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Pipeline;

/** The slots that facts stand in; never changed, because their id follows from their content. */
final class SlotTable {
    private static final String INSERT = "INSERT INTO slot (tenant_id, id, program, agreement, center, cohort, month,"
            + " sex, age_group, state, municipality)"
            + " SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::date[],"
            + " ?::text[], ?::text[], ?::text[], ?::text[]) ON CONFLICT DO NOTHING";

    private static final String SELECT = "SELECT s.tenant_id, s.id, s.program, s.agreement, s.center, s.cohort,"
            + " s.month, s.sex, s.age_group, s.state, s.municipality"
            + " FROM slot s JOIN unnest(?::uuid[], ?::uuid[]) AS k (tenant_id, id) USING (tenant_id, id)";

    private final Pipeline database;

    SlotTable(Pipeline database) {
        this.database = database;
    }

    void make(Collection<Slot> slots) {
        database.write(
                INSERT,
                Columns.of(slots)
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
                        .text(s -> s.traits().municipality()));
    }

    Map<TenantId, Slot> byId(Collection<TenantId> ids) throws SQLException {
        Map<TenantId, Slot> slots = new HashMap<>();
        if (!ids.isEmpty()) {
            database.ask(SELECT, SlotTable::slot, TenantId.columns(ids))
                    .rows()
                    .forEach(slot -> slots.put(new TenantId(slot.tenant(), slot.id()), slot));
        }
        return slots;
    }

    private static Slot slot(ResultSet row) throws SQLException {
        return new Slot(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getObject(5, UUID.class),
                row.getObject(6, UUID.class),
                row.getObject(7, LocalDate.class),
                new Traits(row.getString(8), row.getString(9), row.getString(10), row.getString(11)));
    }
}

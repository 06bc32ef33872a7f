package mx.trayecto.participants.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.participants.finding.Likeness;
import mx.trayecto.platform.crypto.Vault;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.CurrentActor;

/** Opens what records are compared by, protected ones among them. It is for comparing only: none of it is shown. */
@ApplicationScoped
public class Likenesses {
    @Inject
    Sql sql;

    @Inject
    CurrentActor actor;

    @Inject
    Vault vault;

    private record Row(UUID id, UUID woman, byte[] identity, String state, String municipality) {}

    /** What is known of these records, by id; those whose data were suppressed are left out. */
    public Map<UUID, Likeness> of(Collection<UUID> participants) {
        List<Row> rows = sql.list(
                "SELECT id, coalesce(merged_into, id), identity, state, municipality FROM participant"
                        + " WHERE tenant_id = ? AND id = ANY (?)",
                row -> new Row(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getBytes(3),
                        row.getString(4),
                        row.getString(5)),
                actor.get().tenant(),
                new ArrayList<>(participants));
        Map<UUID, byte[]> sealed = new HashMap<>();
        rows.forEach(row -> sealed.put(row.id(), row.identity()));
        Map<UUID, Identity> identities = vault.openAll(sealed, Identity.class);
        Map<UUID, Likeness> likenesses = new HashMap<>();
        for (Row row : rows) {
            Identity i = identities.get(row.id());
            if (i != null) {
                likenesses.put(row.id(), likeness(row, i));
            }
        }
        return likenesses;
    }

    /** All records of the women whom these are of, those that cannot be read any more among them. */
    public Set<UUID> records(Collection<UUID> participants) {
        UUID tenant = actor.get().tenant();
        List<UUID> women = sql.ids(
                "SELECT DISTINCT coalesce(merged_into, id) FROM participant WHERE tenant_id = ? AND id = ANY (?)",
                tenant,
                participants);
        Set<UUID> records = new HashSet<>(women);
        records.addAll(
                sql.ids("SELECT id FROM participant WHERE tenant_id = ? AND merged_into = ANY (?)", tenant, women));
        return records;
    }

    private static Likeness likeness(Row row, Identity i) {
        return new Likeness(
                row.id(),
                row.woman(),
                i.givenName(),
                i.firstSurname(),
                i.secondSurname(),
                i.birthDate(),
                i.phone(),
                row.state(),
                row.municipality(),
                i.curp());
    }
}

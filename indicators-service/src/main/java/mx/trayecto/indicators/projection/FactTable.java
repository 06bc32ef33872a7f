package mx.trayecto.indicators.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import mx.trayecto.indicators.fact.Fact;
import mx.trayecto.indicators.fact.FactKey;
import mx.trayecto.indicators.fact.FactKind;
import mx.trayecto.indicators.fact.Place;
import mx.trayecto.indicators.fact.Qualifier;
import mx.trayecto.indicators.fact.Stated;
import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Pipeline;

/**
 * The facts, each with the slot it stands in. They are looked up tenant by tenant and by arrays of ids, never by a join
 * with a list: while a table is new, the statistics do not say that all rows are of one tenant, and of such a join the
 * planner makes every row of the list times every slot.
 */
final class FactTable {
    private static final String SELECT = "SELECT f.tenant_id, f.subject, f.kind, f.item, f.variant, f.form,"
            + " f.participant, f.enrollment, f.program, f.cohort, f.center, f.agreement, f.organization, f.happened_on,"
            + " f.quantity, f.qualifier, f.sex, f.state, f.municipality, f.attributes, f.live, f.member,"
            + " s.id, s.program, s.agreement, s.center, s.cohort, s.month, s.sex, s.age_group, s.state, s.municipality"
            + " FROM fact f JOIN slot s ON s.tenant_id = f.tenant_id AND s.id = f.slot WHERE f.tenant_id = ? AND ";

    private static final String DELETE = "DELETE FROM fact f USING unnest(?::uuid[], ?::uuid[]) AS k (tenant_id, id)"
            + " WHERE k.tenant_id = f.tenant_id AND k.id = f.subject";

    private static final String UPSERT = "INSERT INTO fact (tenant_id, subject, kind, item, variant, form, participant,"
            + " enrollment, program, cohort, center, agreement, organization, happened_on, quantity, qualifier, sex,"
            + " state, municipality, attributes, live, member, slot)"
            + " SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::uuid[],"
            + " ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::date[], ?::numeric[], ?::text[],"
            + " ?::text[], ?::text[], ?::text[], ?::jsonb[], ?::boolean[], ?::uuid[], ?::uuid[])"
            + " ON CONFLICT (tenant_id, subject, kind, item) DO UPDATE SET variant = EXCLUDED.variant,"
            + " form = EXCLUDED.form, participant = EXCLUDED.participant, enrollment = EXCLUDED.enrollment,"
            + " program = EXCLUDED.program, cohort = EXCLUDED.cohort, center = EXCLUDED.center,"
            + " agreement = EXCLUDED.agreement, organization = EXCLUDED.organization,"
            + " happened_on = EXCLUDED.happened_on, quantity = EXCLUDED.quantity, qualifier = EXCLUDED.qualifier,"
            + " sex = EXCLUDED.sex, state = EXCLUDED.state, municipality = EXCLUDED.municipality,"
            + " attributes = EXCLUDED.attributes, live = EXCLUDED.live, member = EXCLUDED.member,"
            + " slot = EXCLUDED.slot";

    private final Pipeline database;

    FactTable(Pipeline database) {
        this.database = database;
    }

    /** These alone, of whatever else their subjects have: an enrolment has one for each session. */
    List<Placed> byKey(Collection<FactKey> keys) throws SQLException {
        Set<FactKey> wanted = new HashSet<>(keys);
        Map<UUID, List<FactKey>> byTenant = wanted.stream().collect(Collectors.groupingBy(FactKey::tenant));
        List<Pipeline.Answer<Placed>> asked = new ArrayList<>();
        byTenant.forEach((tenant, each) -> asked.add(database.ask(
                SELECT + "f.subject = ANY (?) AND f.kind = ANY (?) AND f.item = ANY (?)",
                FactTable::placed,
                tenant,
                distinct(each, FactKey::subject),
                Columns.of(distinct(each, key -> key.kind().code())).text(code -> code),
                distinct(each, FactKey::item))));
        return answers(asked).stream()
                .filter(placed -> wanted.contains(placed.fact().key()))
                .toList();
    }

    private static <T> Set<T> distinct(List<FactKey> keys, Function<FactKey, T> part) {
        return keys.stream().map(part).collect(Collectors.toSet());
    }

    List<Placed> ofParticipants(Collection<TenantId> participants) throws SQLException {
        return of("f.participant = ANY (?) AND f.live", participants);
    }

    List<Placed> ofCohorts(Collection<TenantId> cohorts) throws SQLException {
        return of("s.cohort = ANY (?) AND f.live", cohorts);
    }

    /** Retracted ones too. */
    List<Placed> ofSubjects(Collection<TenantId> subjects) throws SQLException {
        return of("f.subject = ANY (?)", subjects);
    }

    void delete(Collection<TenantId> subjects) {
        database.write(DELETE, TenantId.columns(subjects));
    }

    private List<Placed> of(String condition, Collection<TenantId> ids) throws SQLException {
        Map<UUID, List<UUID>> byTenant = ids.stream()
                .collect(
                        Collectors.groupingBy(TenantId::tenant, Collectors.mapping(TenantId::id, Collectors.toList())));
        List<Pipeline.Answer<Placed>> asked = new ArrayList<>();
        byTenant.forEach(
                (tenant, each) -> asked.add(database.ask(SELECT + condition, FactTable::placed, tenant, each)));
        return answers(asked);
    }

    private static List<Placed> answers(List<Pipeline.Answer<Placed>> asked) throws SQLException {
        List<Placed> found = new ArrayList<>();
        for (Pipeline.Answer<Placed> answer : asked) {
            found.addAll(answer.rows());
        }
        return found;
    }

    void write(Collection<Placed> facts) {
        database.write(
                UPSERT,
                Columns.of(facts)
                        .uuid(p -> p.fact().key().tenant())
                        .uuid(p -> p.fact().key().subject())
                        .text(p -> p.fact().key().kind().code())
                        .uuid(p -> p.fact().key().item())
                        .text(p -> p.fact().variant())
                        .text(p -> p.fact().form())
                        .uuid(p -> p.fact().participant())
                        .uuid(p -> p.fact().enrollment())
                        .uuid(p -> p.fact().place().program())
                        .uuid(p -> p.fact().place().cohort())
                        .uuid(p -> p.fact().place().center())
                        .uuid(p -> p.fact().place().agreement())
                        .uuid(p -> p.fact().organization())
                        .date(p -> p.fact().on())
                        .number(p -> p.fact().quantity())
                        .text(p -> p.fact().qualifier().code())
                        .text(p -> p.fact().stated().sex())
                        .text(p -> p.fact().stated().state())
                        .text(p -> p.fact().stated().municipality())
                        .text(p -> p.fact().attributes())
                        .flag(p -> p.fact().live())
                        .uuid(Placed::member)
                        .uuid(p -> p.slot().id()));
    }

    private static Placed placed(ResultSet row) throws SQLException {
        return new Placed(fact(row), row.getObject(22, UUID.class), slot(row));
    }

    private static Fact fact(ResultSet row) throws SQLException {
        return new Fact(
                new FactKey(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        FactKind.of(row.getString(3)),
                        row.getObject(4, UUID.class)),
                row.getString(5),
                row.getString(6),
                row.getObject(7, UUID.class),
                row.getObject(8, UUID.class),
                new Place(
                        row.getObject(9, UUID.class),
                        row.getObject(10, UUID.class),
                        row.getObject(11, UUID.class),
                        row.getObject(12, UUID.class)),
                row.getObject(13, UUID.class),
                row.getObject(14, LocalDate.class),
                row.getBigDecimal(15),
                Qualifier.of(row.getString(16)),
                new Stated(row.getString(17), row.getString(18), row.getString(19)),
                row.getString(20),
                row.getBoolean(21));
    }

    private static Slot slot(ResultSet row) throws SQLException {
        return new Slot(
                row.getObject(1, UUID.class),
                row.getObject(23, UUID.class),
                row.getObject(24, UUID.class),
                row.getObject(25, UUID.class),
                row.getObject(26, UUID.class),
                row.getObject(27, UUID.class),
                row.getObject(28, LocalDate.class),
                new Traits(row.getString(29), row.getString(30), row.getString(31), row.getString(32)));
    }
}

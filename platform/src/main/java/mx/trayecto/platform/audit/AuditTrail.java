package mx.trayecto.platform.audit;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;

import org.hibernate.JDBCException;

import mx.trayecto.platform.paging.Pages;
import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.CurrentActor;

/** What the audit tells those who may read it: auditors of a whole tenant. */
@ApplicationScoped
public class AuditTrail {
    private static final Duration MOST = Duration.ofSeconds(10);
    private static final String LIMIT = "SELECT set_config('statement_timeout', ?, true)";

    /** What PostgreSQL says where a statement was ended for its time. */
    private static final String TOO_LONG = "57014";

    private static final String MENTIONING =
            " JOIN audit_entry e ON e.tenant_id = m.tenant_id AND e.id = m.entry_id AND e.at = m.at";

    /** One entry may mention several of the things. */
    private static final String EACH_ONCE = "(SELECT DISTINCT tenant_id, at, entry_id FROM audit_mention"
            + " WHERE tenant_id = ? AND mentioned = ANY (?)) m";

    @Inject
    Pages pages;

    @Inject
    Sql sql;

    @Inject
    CurrentActor actor;

    @Inject
    Audit audit;

    @Inject
    Verification verification;

    /**
     * A page of entries in their order in time; reading it leaves an entry too.
     *
     * @param record what they are to be about; may be null
     * @param things what belongs to it, itself among it; not looked at where there is no record
     * @throws ProblemException 403 where the actor is limited to centres or to a portal; 422 where searching takes too long
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Response page(String action, AuditQuery query, UUID record, Collection<UUID> things) {
        refuseTheLimited();
        Map<String, Object> filter = new HashMap<>(query.filter());
        filter.put("record", record);
        Response page = pages.page(
                query,
                filter,
                (after, rows) -> rows(filter, record == null ? null : things, after, rows),
                entry -> new UUID(micros(entry.at()), entry.id()),
                AuditEntryView::of);
        audit.record(action, record, null);
        return page;
    }

    /**
     * The check of a part of the actor's tenant's chain.
     *
     * @throws ProblemException 403 where the actor is limited to centres or to a portal
     */
    public AuditVerification verify(VerificationQuery query) throws SQLException {
        refuseTheLimited();
        return verification.check(actor.get().tenant(), query.after(), query.kept());
    }

    /** An entry does not tell of which centre or portal it is; the row policies give them none either. */
    private void refuseTheLimited() {
        if (!actor.get().centers().isEmpty() || actor.get().sourceSystem().isPresent()) {
            throw ProblemException.of(CommonProblem.FORBIDDEN)
                    .detail(
                            "La bitácora es de toda la institución: un rol limitado a centros o a un portal no la lee.",
                            "The audit is of the whole institution: a role limited to centres or a portal does not read it.");
        }
    }

    /**
     * What is sealed is looked up by what it mentions; what is not yet is little, and is looked through.
     *
     * @throws ProblemException 422 where that takes too long
     */
    private List<Entry> rows(Map<String, Object> filter, Collection<UUID> things, UUID after, int rows) {
        try {
            sql.execute(LIMIT, Long.toString(MOST.toMillis()));
            List<Entry> found = found(filter, mentioned(filter, things), things, after, rows);
            sql.execute(LIMIT, "0");
            return found;
        } catch (JDBCException e) {
            if (TOO_LONG.equals(e.getSQLState())) {
                throw ProblemException.of(CommonProblem.VALIDATION)
                        .error(
                                "from",
                                "too-wide",
                                "buscar tarda demasiado: acote el periodo con from y to",
                                "searching takes too long: narrow the period with from and to");
            }
            throw e;
        }
    }

    /** By which of the filters to look up; empty for none. The others are held against what is found. */
    private static Collection<UUID> mentioned(Map<String, Object> filter, Collection<UUID> things) {
        if (things != null) {
            return things;
        }
        if (filter.get("actor") instanceof String subject) {
            return List.of(Entry.actor(subject));
        }
        return filter.get("action") instanceof String action ? List.of(Entry.kind(action)) : List.of();
    }

    private List<Entry> found(
            Map<String, Object> filter, Collection<UUID> mentioned, Collection<UUID> things, UUID after, int rows) {
        if (mentioned.isEmpty()) {
            Asked all = asked("audit_entry e", "e.at, e.id", filter, after);
            return sql.list(all.query(rows), Entry::of, all.values.toArray());
        }
        Asked sealed = mentioned.size() == 1
                ? asked("audit_mention m" + MENTIONING, "m.at, m.entry_id", filter, after)
                        .and("m.mentioned = ?", mentioned.iterator().next())
                : asked(EACH_ONCE + MENTIONING, "m.at, m.entry_id", filter, after);
        if (mentioned.size() > 1) {
            sealed.values.addAll(0, List.of(actor.get().tenant(), mentioned));
        }
        Asked waiting =
                asked("audit_entry e", "e.at, e.id", filter, after).and("e.id > (SELECT low FROM audit_sealing)");
        if (things != null) {
            waiting.and(
                    "(e.resource_id = ANY (?) OR EXISTS (SELECT FROM unnest(?::text[]) t (id)"
                            + " WHERE strpos(e.details::text, t.id) > 0))",
                    things,
                    Columns.of(things).text(UUID::toString));
        }
        List<Object> values = new ArrayList<>(sealed.values);
        values.addAll(waiting.values);
        return sql.list(
                "(" + sealed.query(rows) + ") UNION (" + waiting.query(rows) + ") ORDER BY at, id LIMIT " + rows,
                Entry::of,
                values.toArray());
    }

    /** @param order by columns of what is looked through first, which are the time and the number */
    private Asked asked(String rows, String order, Map<String, Object> filter, UUID after) {
        Asked asked = new Asked(rows, order);
        asked.and("e.tenant_id = ?", actor.get().tenant());
        if (after != null) {
            Instant at = Instant.EPOCH.plus(after.getMostSignificantBits(), ChronoUnit.MICROS);
            asked.and("(" + order + ") > (?, ?)", at.atOffset(ZoneOffset.UTC), after.getLeastSignificantBits());
        }
        String at = order.substring(0, order.indexOf(','));
        if (filter.get("from") instanceof Instant from) {
            asked.and(at + " >= ?", from.atOffset(ZoneOffset.UTC));
        }
        if (filter.get("to") instanceof Instant to) {
            asked.and(at + " < ?", to.atOffset(ZoneOffset.UTC));
        }
        if (filter.get("actor") instanceof String subject) {
            asked.and("e.subject = ?", subject);
        }
        if (filter.get("action") instanceof String action) {
            asked.and("e.action = ?", action);
        }
        return asked;
    }

    /** As a cursor names it; a time that no service writes ends the walk rather than the request. */
    private static long micros(Instant at) {
        long seconds = Math.clamp(at.getEpochSecond(), -Long.MAX_VALUE / 1_000_000, Long.MAX_VALUE / 1_000_000 - 1);
        return seconds * 1_000_000 + at.getNano() / 1_000;
    }

    /** A query and its values, as they come together. */
    private static final class Asked {
        private final String from;
        private final String order;
        private final List<String> conditions = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        Asked(String from, String order) {
            this.from = from;
            this.order = order;
        }

        Asked and(String condition, Object... with) {
            conditions.add(condition);
            values.addAll(List.of(with));
            return this;
        }

        String query(int rows) {
            return "SELECT " + Entry.COLUMNS + " FROM " + from + " WHERE " + String.join(" AND ", conditions)
                    + " ORDER BY " + order + " LIMIT " + rows;
        }
    }
}

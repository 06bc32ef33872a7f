package mx.trayecto.platform.audit;

import java.sql.SQLException;
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

import mx.trayecto.platform.paging.Pages;
import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.CurrentActor;

/** What the audit tells those who may read it. Which entries an actor sees is for the row policies to say. */
@ApplicationScoped
public class AuditTrail {
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
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Response page(String action, AuditQuery query, UUID record, Collection<UUID> things) {
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

    /** The check of a part of the actor's tenant's chain. */
    public AuditVerification verify(VerificationQuery query) throws SQLException {
        return verification.check(actor.get().tenant(), query.after(), query.kept());
    }

    /** What is sealed is looked up by what it mentions; what is not yet is little, and is looked through. */
    private List<Entry> rows(Map<String, Object> filter, Collection<UUID> things, UUID after, int rows) {
        Asked sealed = asked(filter, after);
        Collection<UUID> mentioned = things;
        if (mentioned == null && filter.get("actor") != null) {
            mentioned = List.of(Entry.actor((String) filter.get("actor")));
        }
        if (mentioned == null) {
            return sql.list(sealed.query(rows), Entry::of, sealed.values.toArray());
        }
        sealed.and(
                "EXISTS (SELECT FROM audit_mention m WHERE m.tenant_id = e.tenant_id AND m.mentioned = ANY (?)"
                        + " AND m.at = e.at AND m.entry_id = e.id)",
                mentioned);
        Asked waiting = asked(filter, after);
        long low = sql.first("SELECT low FROM audit_sealing", row -> row.getLong(1))
                .orElseThrow();
        waiting.and("e.id > ?", low);
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

    private Asked asked(Map<String, Object> filter, UUID after) {
        Asked asked = new Asked();
        asked.and("e.tenant_id = ?", actor.get().tenant());
        if (after != null) {
            Instant at = Instant.EPOCH.plus(after.getMostSignificantBits(), ChronoUnit.MICROS);
            asked.and("(e.at, e.id) > (?, ?)", at.atOffset(ZoneOffset.UTC), after.getLeastSignificantBits());
        }
        if (filter.get("from") instanceof Instant from) {
            asked.and("e.at >= ?", from.atOffset(ZoneOffset.UTC));
        }
        if (filter.get("to") instanceof Instant to) {
            asked.and("e.at < ?", to.atOffset(ZoneOffset.UTC));
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
        private final List<String> conditions = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        void and(String condition, Object... with) {
            conditions.add(condition);
            values.addAll(List.of(with));
        }

        String query(int rows) {
            return "SELECT " + Entry.COLUMNS + " FROM audit_entry e WHERE " + String.join(" AND ", conditions)
                    + " ORDER BY e.at, e.id LIMIT " + rows;
        }
    }
}

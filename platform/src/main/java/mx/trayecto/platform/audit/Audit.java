package mx.trayecto.platform.audit;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import mx.trayecto.platform.problem.Trace;
import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.Actor;
import mx.trayecto.platform.tenancy.CurrentActor;

/** Who did what to which resource, written in the transaction of the act itself; never changed afterwards. */
@ApplicationScoped
public class Audit {
    private static final String INSERT = "INSERT INTO audit_entry"
            + " (tenant_id, subject, client, organization, action, resource_id, trace_id, details)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb)";

    private static final String INSERT_MANY = "INSERT INTO audit_entry"
            + " (tenant_id, subject, client, organization, action, resource_id, trace_id, details)"
            + " SELECT ?, ?, ?, ?, ?, a.resource_id, ?, a.details::jsonb"
            + " FROM unnest(?::uuid[], ?::text[]) WITH ORDINALITY AS a (resource_id, details, n) ORDER BY a.n";

    /** What was done to one of many resources. */
    public record Act(UUID resource, Map<String, ?> details) {}

    @Inject
    Sql sql;

    @Inject
    CurrentActor actor;

    @Inject
    ObjectMapper json;

    /**
     * Records an act of the current actor.
     *
     * @param action the operation's name in the contract
     * @param resource what it was done to, may be null
     * @param details codes and numbers only, nothing personal; may be null
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(String action, UUID resource, Map<String, ?> details) {
        sql.execute(entry(action, resource, details));
    }

    /** The same, to be written together with something else. */
    public Sql.Write entry(String action, UUID resource, Map<String, ?> details) {
        Actor who = actor.get();
        return new Sql.Write(
                INSERT,
                who.tenant(),
                who.subject(),
                who.client(),
                who.organization(),
                action,
                resource,
                Trace.id(),
                details == null ? null : text(details));
    }

    /** Many acts of the same kind, written together. */
    public Sql.Write entries(String action, List<Act> acts) {
        Actor who = actor.get();
        return new Sql.Write(
                INSERT_MANY,
                who.tenant(),
                who.subject(),
                who.client(),
                who.organization(),
                action,
                Trace.id(),
                Columns.of(acts).uuid(Act::resource).text(act -> text(act.details())));
    }

    private String text(Map<String, ?> details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("audit details cannot be written", e);
        }
    }
}

package mx.trayecto.platform.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import mx.trayecto.platform.crypto.Marks;
import mx.trayecto.platform.problem.Trace;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.Actor;
import mx.trayecto.platform.tenancy.CurrentActor;

/** Who did what to which resource, written in the transaction of the act itself; never changed afterwards. */
@ApplicationScoped
public class Audit {
    private static final String INSERT = "INSERT INTO audit_entry"
            + " (tenant_id, at, subject, client, organization, action, resource_id, trace_id, details, mark)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)";

    @Inject
    Sql sql;

    @Inject
    CurrentActor actor;

    @Inject
    ObjectMapper json;

    @Inject
    Marks marks;

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
        Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);
        String trace = Trace.id();
        String text = details == null ? null : text(details);
        byte[] told = Entry.told(
                who.tenant(), at, who.subject(), who.client(), who.organization(), action, resource, trace, text);
        return new Sql.Write(
                INSERT,
                who.tenant(),
                at.atOffset(ZoneOffset.UTC),
                who.subject(),
                who.client(),
                who.organization(),
                action,
                resource,
                trace,
                text,
                marks.mark(who.tenant(), Marks.Use.ENTRY, told));
    }

    private String text(Map<String, ?> details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("audit details cannot be written", e);
        }
    }
}

package mx.trayecto.platform.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import mx.trayecto.platform.crypto.Marks;
import mx.trayecto.platform.problem.Trace;
import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.Actor;
import mx.trayecto.platform.tenancy.CurrentActor;

/** Who did what to which resource, written in the transaction of the act itself; never changed afterwards. */
@ApplicationScoped
public class Audit {
    private static final String INSERT = "INSERT INTO audit_entry"
            + " (tenant_id, at, subject, client, organization, action, resource_id, trace_id, details, mark)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)";

    private static final String INSERT_MANY = "INSERT INTO audit_entry"
            + " (tenant_id, subject, client, organization, action, trace_id, at, resource_id, details, mark)"
            + " SELECT ?, ?, ?, ?, ?, ?, a.at, a.resource_id, a.details::jsonb, a.mark"
            + " FROM unnest(?::timestamptz[], ?::uuid[], ?::text[], ?::bytea[])"
            + " WITH ORDINALITY AS a (at, resource_id, details, mark, n)"
            + " ORDER BY a.n";

    /** What was done to one of many resources. */
    public record Act(UUID resource, Map<String, ?> details) {}

    private record Marked(Instant at, UUID resource, String details, byte[] mark) {
        OffsetDateTime time() {
            return at.atOffset(ZoneOffset.UTC);
        }
    }

    /** In microseconds: no two entries of a process have the same, or one could be taken for a copy of the other. */
    private final AtomicLong last = new AtomicLong();

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
        Written all = written(action);
        Marked one = all.marked(resource, text(details));
        return new Sql.Write(
                INSERT,
                all.who().tenant(),
                one.time(),
                all.who().subject(),
                all.who().client(),
                all.who().organization(),
                action,
                resource,
                all.trace(),
                one.details(),
                one.mark());
    }

    /** Many acts of the same kind, written together. */
    public Sql.Write entries(String action, List<Act> acts) {
        Written all = written(action);
        List<Marked> marked = acts.stream()
                .map(act -> all.marked(act.resource(), text(act.details())))
                .toList();
        return new Sql.Write(
                INSERT_MANY,
                all.who().tenant(),
                all.who().subject(),
                all.who().client(),
                all.who().organization(),
                action,
                all.trace(),
                Columns.of(marked)
                        .time(Marked::time)
                        .uuid(Marked::resource)
                        .text(Marked::details)
                        .bytes(Marked::mark));
    }

    private Written written(String action) {
        return new Written(marks, actor.get(), this::now, action, Trace.id());
    }

    private Instant now() {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        return Instant.EPOCH.plus(last.updateAndGet(before -> Math.max(before + 1, now)), ChronoUnit.MICROS);
    }

    /** What entries that are written together have in common. */
    private record Written(Marks marks, Actor who, Supplier<Instant> clock, String action, String trace) {
        Marked marked(UUID resource, String details) {
            Instant at = clock.get();
            byte[] told = Entry.told(
                    who.tenant(),
                    at,
                    who.subject(),
                    who.client(),
                    who.organization(),
                    action,
                    resource,
                    trace,
                    details);
            return new Marked(at, resource, details, marks.mark(who.tenant(), Marks.Use.ENTRY, told));
        }
    }

    private String text(Map<String, ?> details) {
        try {
            return details == null ? null : json.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("audit details cannot be written", e);
        }
    }
}

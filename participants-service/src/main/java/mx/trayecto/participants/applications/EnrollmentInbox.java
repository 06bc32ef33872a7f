package mx.trayecto.participants.applications;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.platform.inbox.InboxEvent;
import mx.trayecto.platform.inbox.InboxHandler;
import mx.trayecto.platform.inbox.UnreadableEvent;
import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Pipeline;

/** Learns from enrolment events what became of applications, and which centres serve whom. */
@ApplicationScoped
class EnrollmentInbox implements InboxHandler {
    private static final String SERVED = "INSERT INTO served_at"
            + " (tenant_id, participant_id, center_id, enrollment_id)"
            + " SELECT DISTINCT * FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[]) ON CONFLICT DO NOTHING";
    private static final String SERVED_NO_MORE = "DELETE FROM served_at a"
            + " USING unnest(?::uuid[], ?::uuid[]) AS s (tenant_id, id)"
            + " WHERE a.tenant_id = s.tenant_id AND a.enrollment_id = s.id";

    private static final String TOLD = """
            INSERT INTO application_decision (tenant_id, told_by, application_id, epoch, status, enrollment_id, reason)
            SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::int[], ?::text[], ?::uuid[], ?::text[])
            ON CONFLICT (tenant_id, told_by)
              DO UPDATE SET application_id = EXCLUDED.application_id, epoch = EXCLUDED.epoch, status = EXCLUDED.status,
                enrollment_id = EXCLUDED.enrollment_id, reason = EXCLUDED.reason""";

    private static final String TOLD_NO_MORE = "DELETE FROM application_decision d"
            + " USING unnest(?::uuid[], ?::uuid[]) AS s (tenant_id, id)"
            + " WHERE d.tenant_id = s.tenant_id AND d.told_by = s.id RETURNING d.tenant_id, d.application_id";

    /**
     * How applications stand by what is told of them, whichever came last. One that is live again after it had ended, while
     * she has applied anew, stands beside that one.
     */
    private static final String SETTLE = """
            UPDATE application a
               SET version = a.version + 1, status = s.status, enrollment_id = s.enrollment_id, reason = s.reason,
                   outlived = s.live AND (a.outlived OR a.status = ANY (s.ended) AND EXISTS (
                     SELECT FROM application o
                      WHERE o.tenant_id = a.tenant_id AND o.participant_id = a.participant_id
                        AND o.cohort_id = a.cohort_id AND o.id <> a.id AND o.status <> ALL (s.ended)))
              FROM (SELECT t.tenant_id, t.id, d.enrollment_id, d.reason, ended,
                           coalesce(d.status, 'SUBMITTED') AS status,
                           coalesce(d.status, 'SUBMITTED') <> ALL (ended) AS live
                      FROM (SELECT DISTINCT * FROM unnest(?::uuid[], ?::uuid[])) AS t (tenant_id, id)
                     CROSS JOIN (SELECT ?::text[] AS ended) e
                      LEFT JOIN LATERAL (
                        SELECT * FROM application_decision d
                         WHERE d.tenant_id = t.tenant_id AND d.application_id = t.id
                         ORDER BY d.epoch DESC, d.told_by DESC LIMIT 1) d ON true) s
             WHERE a.tenant_id = s.tenant_id AND a.id = s.id
               AND (a.status, a.enrollment_id, a.reason) IS DISTINCT FROM (s.status, s.enrollment_id, s.reason)""";

    /** Of a session of her cohort, whose centre was told when she came to it. */
    private static final String ATTENDANCE = "mx.trayecto.enrollment.attendance-";

    private record Row(UUID tenant, UUID participant, UUID center, UUID enrollment) {}

    private record Decision(UUID application, InboxEvent event) {
        String status() {
            return ApplicationStatus.toldBy(event.type()).orElseThrow().name();
        }
    }

    @Override
    public Set<String> topics() {
        return Set.of("trayecto.enrollments.v1");
    }

    @Override
    public boolean reads(String type) {
        return !type.startsWith(ATTENDANCE);
    }

    @Override
    public void apply(Connection worker, List<InboxEvent> events) throws SQLException {
        List<Row> served = events.stream()
                .map(event -> new Row(
                        event.tenant(), id(event, "participant", true), id(event, "center", false), event.subject()))
                .filter(row -> row.center() != null)
                .toList();
        Pipeline database = new Pipeline(worker);
        database.write(
                SERVED,
                Columns.of(served)
                        .uuid(Row::tenant)
                        .uuid(Row::participant)
                        .uuid(Row::center)
                        .uuid(Row::enrollment));
        decide(database, events);
        database.send();
    }

    /** An enrolment's events are in order, so its last is what it tells. */
    private static void decide(Pipeline database, List<InboxEvent> events) {
        Map<UUID, Decision> last = new LinkedHashMap<>();
        for (InboxEvent event : events) {
            UUID application = id(event, "application", false);
            if (application != null && ApplicationStatus.toldBy(event.type()).isPresent()) {
                last.put(event.subject(), new Decision(application, event));
            }
        }
        if (last.isEmpty()) {
            return;
        }
        Collection<Decision> told = last.values();
        database.write(
                TOLD,
                Columns.of(told)
                        .uuid(d -> d.event().tenant())
                        .uuid(d -> d.event().subject())
                        .uuid(Decision::application)
                        .whole(d -> d.event().epoch())
                        .text(Decision::status)
                        .uuid(d -> id(d.event(), "enrollment", false))
                        .text(d -> d.event().data().path("reason").asText(null)));
        settle(
                database,
                told.stream()
                        .map(decision -> new Subject(decision.event().tenant(), decision.application()))
                        .toList());
    }

    private static void settle(Pipeline database, Collection<Subject> applications) {
        database.write(
                SETTLE,
                Columns.of(applications).uuid(Subject::tenant).uuid(Subject::id),
                Columns.of(ApplicationStatus.ENDED).text(Enum::name));
    }

    /** Her centres are served only by what remains, and her application stands as what remains tells, or waits again. */
    @Override
    public void forget(Connection worker, Collection<Subject> subjects) throws SQLException {
        Pipeline database = new Pipeline(worker);
        Columns<Subject> gone = Columns.of(subjects).uuid(Subject::tenant).uuid(Subject::id);
        database.write(SERVED_NO_MORE, gone);
        List<Subject> applications = database.ask(
                        TOLD_NO_MORE,
                        row -> new Subject(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                        gone)
                .rows();
        settle(database, applications);
        database.send();
    }

    private static UUID id(InboxEvent event, String field, boolean required) {
        JsonNode value = event.data() == null ? null : event.data().get(field);
        if (!required && (value == null || value.isNull())) {
            return null;
        }
        try {
            return UUID.fromString(value == null ? "" : value.asText());
        } catch (IllegalArgumentException e) {
            throw new UnreadableEvent(field + " is no id");
        }
    }
}

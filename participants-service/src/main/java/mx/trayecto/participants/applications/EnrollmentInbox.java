package mx.trayecto.participants.applications;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.platform.inbox.InboxEvent;
import mx.trayecto.platform.inbox.InboxHandler;
import mx.trayecto.platform.inbox.UnreadableEvent;

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
    public void apply(Connection worker, List<InboxEvent> events) throws SQLException {
        List<Row> served = events.stream()
                .map(event -> new Row(
                        event.tenant(), id(event, "participant", true), id(event, "center", false), event.subject()))
                .filter(row -> row.center() != null)
                .toList();
        serve(worker, served);
        decide(worker, events);
    }

    private static void serve(Connection worker, List<Row> rows) throws SQLException {
        try (PreparedStatement insert = worker.prepareStatement(SERVED)) {
            insert.setArray(1, ids(worker, rows, Row::tenant));
            insert.setArray(2, ids(worker, rows, Row::participant));
            insert.setArray(3, ids(worker, rows, Row::center));
            insert.setArray(4, ids(worker, rows, Row::enrollment));
            insert.executeUpdate();
        }
    }

    /** An enrolment's events are in order, so its last is what it tells. */
    private static void decide(Connection worker, List<InboxEvent> events) throws SQLException {
        Map<UUID, Decision> last = new LinkedHashMap<>();
        for (InboxEvent event : events) {
            UUID application = id(event, "application", false);
            if (application != null && ApplicationStatus.toldBy(event.type()).isPresent()) {
                last.put(event.subject(), new Decision(application, event));
            }
        }
        Collection<Decision> told = last.values();
        try (PreparedStatement upsert = worker.prepareStatement(TOLD)) {
            upsert.setArray(1, ids(worker, told, d -> d.event().tenant()));
            upsert.setArray(2, ids(worker, told, d -> d.event().subject()));
            upsert.setArray(3, ids(worker, told, Decision::application));
            upsert.setArray(4, column(worker, "int4", told, d -> d.event().epoch()));
            upsert.setArray(5, column(worker, "text", told, Decision::status));
            upsert.setArray(6, ids(worker, told, d -> id(d.event(), "enrollment", false)));
            upsert.setArray(
                    7,
                    column(
                            worker,
                            "text",
                            told,
                            d -> d.event().data().path("reason").asText(null)));
            upsert.executeUpdate();
        }
        settle(
                worker,
                told.stream()
                        .map(decision -> new Subject(decision.event().tenant(), decision.application()))
                        .toList());
    }

    private static void settle(Connection worker, Collection<Subject> applications) throws SQLException {
        try (PreparedStatement update = worker.prepareStatement(SETTLE)) {
            update.setArray(1, ids(worker, applications, Subject::tenant));
            update.setArray(2, ids(worker, applications, Subject::id));
            update.setArray(3, column(worker, "text", ApplicationStatus.ENDED, Enum::name));
            update.executeUpdate();
        }
    }

    /** Her centres are served only by what remains, and her application stands as what remains tells, or waits again. */
    @Override
    public void forget(Connection worker, Collection<Subject> subjects) throws SQLException {
        try (PreparedStatement served = worker.prepareStatement(SERVED_NO_MORE);
                PreparedStatement told = worker.prepareStatement(TOLD_NO_MORE)) {
            for (PreparedStatement delete : List.of(served, told)) {
                delete.setArray(1, ids(worker, subjects, Subject::tenant));
                delete.setArray(2, ids(worker, subjects, Subject::id));
            }
            served.executeUpdate();
            List<Subject> applications = new ArrayList<>();
            try (ResultSet row = told.executeQuery()) {
                while (row.next()) {
                    applications.add(new Subject(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
                }
            }
            settle(worker, applications);
        }
    }

    private static <T> Array ids(Connection worker, Collection<T> rows, Function<T, UUID> id) throws SQLException {
        return column(worker, "uuid", rows, id);
    }

    private static <T> Array column(Connection worker, String type, Collection<T> rows, Function<T, ?> value)
            throws SQLException {
        return worker.createArrayOf(type, rows.stream().map(value).toArray());
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

package mx.trayecto.programs.application;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;

import mx.trayecto.platform.inbox.InboxEvent;
import mx.trayecto.platform.inbox.InboxHandler;
import mx.trayecto.platform.inbox.UnreadableEvent;
import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Pipeline;

/** Takes applications in as they arrive. They are decided apart from this, each in a transaction of its own. */
@ApplicationScoped
class ApplicationInbox implements InboxHandler {
    static final String TOPIC = "trayecto.applications.v1";
    private static final String SUBMITTED = "mx.trayecto.application.submitted.v1";
    private static final String INSERT = """
            INSERT INTO application_intake (tenant_id, id, participant_id, cohort_id, source_system, applied_on,
              record_hidden, traceparent)
            SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::date[], ?::boolean[], ?::text[])
            ON CONFLICT (tenant_id, id) DO NOTHING""";

    @Inject
    ApplicationIntake intake;

    private record Submitted(
            UUID tenant,
            UUID application,
            UUID participant,
            UUID cohort,
            String sourceSystem,
            LocalDate on,
            boolean recordHidden,
            boolean repeated,
            String traceparent) {}

    @Override
    public Set<String> topics() {
        return Set.of(TOPIC);
    }

    @Override
    public void apply(Connection worker, List<InboxEvent> events) throws SQLException {
        List<Submitted> submitted = events.stream()
                .map(ApplicationInbox::submitted)
                .filter(each -> !each.repeated()) // taken for the sake of its answer alone
                .toList();
        new Pipeline(worker)
                .write(
                        INSERT,
                        Columns.of(submitted)
                                .uuid(Submitted::tenant)
                                .uuid(Submitted::application)
                                .uuid(Submitted::participant)
                                .uuid(Submitted::cohort)
                                .text(Submitted::sourceSystem)
                                .date(Submitted::on)
                                .flag(Submitted::recordHidden)
                                .text(Submitted::traceparent))
                .count();
    }

    /**
     * One that still waits is not decided any more. What was decided stays: the enrolment that came of it is this
     * service's own truth, which an application lost elsewhere does not undo; a person decides about it.
     */
    @Override
    public void forget(Connection worker, Collection<Subject> subjects) throws SQLException {
        new Pipeline(worker)
                .write(
                        "DELETE FROM application_intake i USING unnest(?::uuid[], ?::uuid[]) AS s (tenant_id, id)"
                                + " WHERE i.tenant_id = s.tenant_id AND i.id = s.id AND i.status = 'PENDING'",
                        Columns.of(subjects).uuid(Subject::tenant).uuid(Subject::id))
                .count();
    }

    @Override
    public void afterCommit() {
        intake.wake();
    }

    private static Submitted submitted(InboxEvent event) {
        if (!SUBMITTED.equals(event.type()) || event.data() == null) {
            throw new UnreadableEvent("not an application.submitted");
        }
        JsonNode data = event.data();
        try {
            UUID application = UUID.fromString(data.path("application").asText());
            if (!application.equals(event.subject())) {
                throw new UnreadableEvent("application is not the subject");
            }
            return new Submitted(
                    event.tenant(),
                    application,
                    UUID.fromString(data.path("participant").asText()),
                    UUID.fromString(data.path("cohort").asText()),
                    data.path("sourceSystem").isTextual()
                            ? data.path("sourceSystem").asText()
                            : null,
                    LocalDate.parse(data.path("on").asText()),
                    data.path("recordHidden").asBoolean(false),
                    data.path("repeated").asBoolean(false),
                    event.traceparent());
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new UnreadableEvent("a field cannot be read");
        }
    }
}

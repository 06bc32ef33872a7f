package mx.trayecto.participants.beneficiaries;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
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

/**
 * Learns from delivery events who was given what. Each tells the delivery whole, so the last one holds; what was not
 * handed over, or is no person's, stands in no register.
 */
@ApplicationScoped
class DeliveryInbox implements InboxHandler {
    private static final String GIVEN = "INSERT INTO beneficiary_delivery"
            + " (tenant_id, id, participant_id, program_id, center_id, kind, amount, currency, delivered_on)"
            + " SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::numeric[], ?::text[],"
            + " ?::date[])"
            + " ON CONFLICT (tenant_id, id) DO UPDATE SET participant_id = EXCLUDED.participant_id,"
            + " program_id = EXCLUDED.program_id, center_id = EXCLUDED.center_id, kind = EXCLUDED.kind, amount = EXCLUDED.amount,"
            + " currency = EXCLUDED.currency, delivered_on = EXCLUDED.delivered_on";
    private static final String NOT_GIVEN = "DELETE FROM beneficiary_delivery d"
            + " USING unnest(?::uuid[], ?::uuid[]) AS s (tenant_id, id)"
            + " WHERE d.tenant_id = s.tenant_id AND d.id = s.id";

    private record Given(
            UUID tenant,
            UUID id,
            UUID participant,
            UUID program,
            UUID center,
            String kind,
            BigDecimal amount,
            String currency,
            LocalDate on) {}

    @Override
    public Set<String> topics() {
        return Set.of("trayecto.deliveries.v1");
    }

    @Override
    public void apply(Connection worker, List<InboxEvent> events) throws SQLException {
        Map<UUID, InboxEvent> last = new LinkedHashMap<>();
        events.forEach(event -> last.put(event.subject(), event));
        List<Given> given = new ArrayList<>();
        List<Subject> others = new ArrayList<>();
        for (InboxEvent event : last.values()) {
            JsonNode data = data(event);
            if (data.path("state").asText().equals("delivered") && data.hasNonNull("participant")) {
                given.add(given(event, data));
            } else {
                others.add(new Subject(event.tenant(), event.subject()));
            }
        }
        Pipeline database = new Pipeline(worker);
        remove(database, others);
        if (!given.isEmpty()) {
            database.write(
                    GIVEN,
                    Columns.of(given)
                            .uuid(Given::tenant)
                            .uuid(Given::id)
                            .uuid(Given::participant)
                            .uuid(Given::program)
                            .uuid(Given::center)
                            .text(Given::kind)
                            .number(Given::amount)
                            .text(Given::currency)
                            .date(Given::on));
        }
        database.send();
    }

    @Override
    public void forget(Connection worker, Collection<Subject> subjects) throws SQLException {
        Pipeline database = new Pipeline(worker);
        remove(database, subjects);
        database.send();
    }

    private static void remove(Pipeline database, Collection<Subject> deliveries) {
        if (!deliveries.isEmpty()) {
            database.write(
                    NOT_GIVEN, Columns.of(deliveries).uuid(Subject::tenant).uuid(Subject::id));
        }
    }

    private static JsonNode data(InboxEvent event) {
        if (event.data() == null || !event.data().isObject()) {
            throw new UnreadableEvent("data is no object");
        }
        return event.data();
    }

    private static Given given(InboxEvent event, JsonNode data) {
        JsonNode amount = data.path("amount");
        String currency = data.path("currency").asText(null);
        boolean known = !amount.isMissingNode() && !amount.isNull();
        if (known != (currency != null) || known && !amount.asText().matches("\\d{1,15}(\\.\\d{1,2})?")) {
            throw new UnreadableEvent("field amount is missing or broken");
        }
        return new Given(
                event.tenant(),
                event.subject(),
                id(data, "participant"),
                id(data, "program"),
                data.hasNonNull("center") ? id(data, "center") : null,
                code(data, "kind"),
                known ? new BigDecimal(amount.asText()) : null,
                currency,
                date(data, "on"));
    }

    private static UUID id(JsonNode data, String field) {
        try {
            return UUID.fromString(data.path(field).asText());
        } catch (IllegalArgumentException e) {
            throw new UnreadableEvent(field + " is no id");
        }
    }

    private static String code(JsonNode data, String field) {
        String code = data.path(field).asText();
        if (!code.matches("[a-z][a-z-]{0,39}")) {
            throw new UnreadableEvent(field + " is no code");
        }
        return code;
    }

    private static LocalDate date(JsonNode data, String field) {
        try {
            return LocalDate.parse(data.path(field).asText());
        } catch (DateTimeException e) {
            throw new UnreadableEvent(field + " is no date");
        }
    }
}

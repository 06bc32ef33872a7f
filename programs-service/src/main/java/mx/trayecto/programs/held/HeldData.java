package mx.trayecto.programs.held;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import mx.trayecto.platform.crypto.Vault;
import mx.trayecto.platform.storage.Pipeline;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.CurrentActor;

/**
 * Collects what is held of a person from every table that names her, whoever recorded it: all tables in one round trip, and
 * what was written freely opened. Runs in the caller's transaction, and shows what the row policies show the caller.
 */
@ApplicationScoped
class HeldData {
    @Inject
    CurrentActor actor;

    @Inject
    Vault vault;

    @Inject
    ObjectMapper json;

    @Inject
    Sql sql;

    private record Row(UUID enrollment, ObjectNode held, byte[] sealed) {}

    /**
     * Her records, her applications, and of each of her enrolments all that happened in it; a list is there though it is
     * empty.
     *
     * @param records the ids of all of her records
     */
    ObjectNode of(Collection<UUID> records) {
        Map<HeldPart, List<Row>> found = rows(records);
        ObjectNode all = json.createObjectNode();
        Map<UUID, ObjectNode> enrollments = new HashMap<>();
        found.get(HeldPart.ENROLLMENTS).forEach(row -> enrollments.put(row.enrollment(), row.held()));
        found.forEach((part, rows) -> {
            if (!part.ofAnEnrollment()) {
                ArrayNode list = all.putArray(part.field());
                rows.forEach(row -> list.add(row.held()));
                return;
            }
            enrollments.values().forEach(enrollment -> enrollment.putArray(part.field()));
            open(part, rows, enrollments);
            rows.forEach(row -> ((ArrayNode) enrollments.get(row.enrollment()).get(part.field())).add(row.held()));
        });
        return all;
    }

    private Map<HeldPart, List<Row>> rows(Collection<UUID> records) {
        UUID tenant = actor.get().tenant();
        return sql.together(pipeline -> {
            Map<HeldPart, Pipeline.Answer<Row>> asked = new EnumMap<>(HeldPart.class);
            for (HeldPart part : HeldPart.values()) {
                asked.put(part, pipeline.ask(part.statement(), this::row, tenant, records));
            }
            Map<HeldPart, List<Row>> rows = new EnumMap<>(HeldPart.class);
            for (HeldPart part : HeldPart.values()) {
                rows.put(part, asked.get(part).rows());
            }
            return rows;
        });
    }

    private Row row(ResultSet row) throws SQLException {
        try {
            ObjectNode held = (ObjectNode) json.readTree(row.getString(2));
            held.properties().removeIf(field -> field.getValue().isNull());
            byte[] sealed = row.getMetaData().getColumnCount() > 2 ? row.getBytes(3) : null;
            return new Row(row.getObject(1, UUID.class), held, sealed);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL writes JSON", e);
        }
    }

    /** Opens what is sealed with one look into the key store for each of her records; nothing once its key is destroyed. */
    private void open(HeldPart part, List<Row> rows, Map<UUID, ObjectNode> enrollments) {
        Map<UUID, List<Row>> sealed = new HashMap<>();
        rows.stream()
                .filter(row -> row.sealed() != null)
                .forEach(row -> sealed.computeIfAbsent(
                                participant(enrollments.get(row.enrollment())), record -> new ArrayList<>())
                        .add(row));
        Map<Row, JsonNode> opened = new IdentityHashMap<>();
        sealed.forEach((record, hers) -> {
            List<JsonNode> texts =
                    vault.openEach(record, hers.stream().map(Row::sealed).toList(), JsonNode.class);
            for (int i = 0; i < texts.size(); i++) {
                opened.put(hers.get(i), texts.get(i));
            }
        });
        rows.forEach(row -> {
            JsonNode text = opened.get(row);
            if (part == HeldPart.SURVEYS) {
                Questionnaire.answered(row.held(), text);
            } else if (text != null) {
                row.held().set("text", text);
            }
        });
    }

    private static UUID participant(ObjectNode enrollment) {
        return UUID.fromString(enrollment.path("participant").asText());
    }
}

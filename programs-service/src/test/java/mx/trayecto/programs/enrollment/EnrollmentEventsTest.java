package mx.trayecto.programs.enrollment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Golden;
import mx.trayecto.programs.Group;

import static org.hamcrest.Matchers.contains;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Every type of event of enrolments and surveys, as its golden file says, from one lively tenant. */
@QuarkusTest
@TrayectoTest
class EnrollmentEventsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> TYPES = new TreeSet<>(Stream.of(
                    "applied",
                    "waitlisted",
                    "offered",
                    "enrolled",
                    "activated",
                    "graduated",
                    "graduation-revoked",
                    "withdrawn",
                    "rejected",
                    "declined",
                    "offer-expired",
                    "transferred",
                    "deferred",
                    "attendance-recorded",
                    "attendance-corrected",
                    "module-completed",
                    "completion-revoked",
                    "followed-up",
                    "mentored",
                    "recognised")
            .map(what -> "mx.trayecto.enrollment." + what + ".v1")
            .toList());

    @Inject
    OfferExpiry expiry;

    @Test
    void areSentAsTheirGoldenFilesSay() throws Exception {
        Group group = new Group(3);
        UUID response = live(group);
        Map<String, JsonNode> sent = Eventually.get(
                () -> byType(group, Group.ENROLLMENTS),
                byType -> byType.keySet().equals(TYPES));
        sent.putAll(Eventually.get(() -> byType(group, "trayecto.surveys.v1"), byType -> byType.size() == 2));
        assertEquals(
                response.toString(),
                sent.get("mx.trayecto.survey.answered.v1").get("response").asText());
        for (Map.Entry<String, JsonNode> event : sent.entrySet()) {
            if (Boolean.getBoolean("events.update")) {
                Files.writeString(
                        Path.of("events", event.getKey() + ".json"),
                        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(event.getValue()) + "\n");
            }
            assertEquals(alike(Golden.of(event.getKey())), alike(event.getValue()), event.getKey());
        }
    }

    /** Lets everything happen that is told; gives the survey's response. */
    private UUID live(Group group) throws Exception {
        UUID offering = group.offering(1, 5);
        UUID application = UUID.randomUUID();
        UUID portals = group.participant();
        Broker.send(
                Group.APPLICATIONS, "mx.trayecto.application.submitted.v1", group.tenant, application, 1, """
                {"application": "%s", "participant": "%s", "cohort": "%s", "sourceSystem": "jalisco", "on": "2024-06-10"}""".formatted(
                                application, portals, group.cohort));
        UUID one = UUID.fromString(Eventually.get(
                () -> group.read("/v1/enrollments?participant=" + portals)
                        .jsonPath()
                        .getString("items[0].id"),
                Objects::nonNull));
        UUID two = group.enrolled();
        UUID three = group.enrolled();
        UUID waiting = group.enrolled();
        UUID silent = group.enrolled(offering);
        group.step(silent, "decline", "{\"on\": \"2024-06-11\"}");
        group.step(waiting, "rejection", "{\"on\": \"2024-06-11\", \"reason\": \"not-eligible\"}");
        group.step(three, "deferral", "{\"on\": \"2024-06-12\", \"until\": \"2024-09-01\"}");
        UUID leaving = group.enrolled();
        group.step(leaving, "withdrawal", "{\"on\": \"2024-06-13\", \"reason\": \"employment\"}");
        UUID other = group.open(group.catalogue.cohort("G2", 1));
        UUID moving = group.enrolled();
        group.step(moving, "transfer", "{\"on\": \"2024-06-14\", \"cohort\": \"%s\"}".formatted(other));
        group.read("/v1/enrollments/" + moving + "/stays")
                .then()
                .statusCode(200)
                .body("items.cohort", contains(group.cohort.toString(), other.toString()))
                .body("items.until", contains("2024-06-14", null));

        UUID session =
                group.catalogue.create("/v1/cohorts/" + group.cohort + "/sessions", """
                {"on": "2024-06-12", "hours": 3, "module": "%s"}""".formatted(group.module("M1")));
        group.roll(session, Map.of(one, true));
        String attendance = "/v1/sessions/" + session + "/attendance/" + one;
        Caller.put(group.token, group.read(attendance).header("ETag"))
                .body("{\"attended\": true, \"hours\": 2.5, \"reason\": \"left-early\"}")
                .put(attendance);
        group.act(
                "/v1/enrollments/" + one + "/completions",
                "{\"module\": \"%s\", \"on\": \"2024-07-01\"}".formatted(group.module("M1")));
        UUID mistaken = group.catalogue.create(
                "/v1/enrollments/" + one + "/completions",
                "{\"module\": \"%s\", \"on\": \"2024-07-01\"}".formatted(group.module("M2")));
        group.act("/v1/completions/" + mistaken + "/revocation", "{\"reason\": \"mistake\"}");
        group.act(
                "/v1/enrollments/" + one + "/follow-ups",
                "{\"kind\": \"call\", \"on\": \"2024-07-02\", \"text\": \"Va bien\"}");
        group.act(
                "/v1/mentorships",
                "{\"mentor\": \"%s\", \"startsOn\": \"2024-07-03\", \"mentees\": [\"%s\"]}".formatted(one, two));
        UUID response = survey(group, one);
        group.act(
                "/v1/pathways/" + group.catalogue.pathway + "/criteria",
                "{\"validFrom\": \"2024-10-01\", \"requiredModules\": [\"M1\"]}");
        group.act("/v1/cohorts/" + group.cohort + "/graduation", "{\"on\": \"2024-10-11\"}")
                .then()
                .statusCode(200);
        group.act("/v1/cohorts/" + group.cohort + "/ceremony", "{\"on\": \"2024-10-17\"}")
                .then()
                .statusCode(200);
        group.step(one, "graduation-revocation", "{\"on\": \"2024-10-18\", \"reason\": \"mistake\"}")
                .then()
                .statusCode(200);
        expire(group);
        return response;
    }

    private static UUID survey(Group group, UUID enrollment) {
        UUID instrument = group.catalogue.create("/v1/instruments", """
                {"code": "ENTRADA", "version": 1, "kind": "entry", "questions": [
                  {"code": "ventas", "type": "money", "text": {"es": "¿Cuánto vende por semana?"}},
                  {"code": "redes", "type": "multiple", "text": {"es": "¿Qué redes usa?"},
                   "options": [{"code": "fb", "text": {"es": "Facebook"}}, {"code": "wa", "text": {"es": "WhatsApp"}}]},
                  {"code": "confianza", "type": "scale", "from": 1, "to": 5, "text": {"es": "¿Qué tanta confianza tiene?"}},
                  {"code": "suenos", "type": "text", "text": {"es": "¿Qué espera?"}}]}""");
        String answers = """
                "answers": {"ventas": {"amount": "1250.00", "currency": "MXN"}, "redes": ["wa"], "confianza": %d, "suenos": "Un taller"}}""";
        UUID response = group.catalogue.create(
                "/v1/enrollments/" + enrollment + "/surveys",
                "{\"instrument\": \"%s\", \"on\": \"2024-06-11\", ".formatted(instrument) + answers.formatted(3));
        String path = "/v1/enrollments/" + enrollment + "/surveys/" + response;
        Caller.put(group.token, group.read(path).header("ETag"))
                .body("{\"on\": \"2024-06-11\", \"reason\": \"mistake\", " + answers.formatted(4))
                .put(path)
                .then()
                .statusCode(200);
        return response;
    }

    /** An offer that ran out long ago. */
    private void expire(Group group) throws Exception {
        UUID cohort = group.open(
                group.catalogue.cohort("GX", 1).replaceFirst("\"capacity\"", "\"offerDays\": 5, \"capacity\""));
        group.enrolled(cohort);
        expiry.expireDue();
    }

    /** The first event of each type; where an application stands behind one, that one. */
    private static Map<String, JsonNode> byType(Group group, String topic) {
        return Broker.read(topic, record -> group.tenant.toString().equals(Broker.header(record, "ce_tenant"))).stream()
                .collect(Collectors.toMap(
                        record -> Broker.header(record, "ce_type"),
                        record -> parse(record.value()),
                        (a, b) -> a.has("application") || !b.has("application") ? a : b,
                        TreeMap::new));
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without what differs from run to run: ids, and the day of what happened today. */
    private static String alike(JsonNode event) {
        String text = event.toPrettyString().replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "an id");
        return text.replaceAll("\"on\" : \"20(2[5-9]|[3-9]\\d)-\\d\\d-\\d\\d\"", "\"on\" : \"today\"");
    }
}

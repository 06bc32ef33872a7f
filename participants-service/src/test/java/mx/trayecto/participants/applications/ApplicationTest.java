package mx.trayecto.participants.applications;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import mx.trayecto.participants.Elsewhere;
import mx.trayecto.participants.People;
import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
@TrayectoTest
class ApplicationTest extends Applying {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void registersTheWomanAndAppliesInOneCall() throws SQLException {
        Map<String, Object> body = application(People.womanWithCurp(), "F-1");
        body.put("consents", List.of(People.consent("contact", true)));
        ValidatableResponse answer = submit(portal, body)
                .statusCode(201)
                .header("Trayecto-Position", notNullValue())
                .body("status", equalTo("submitted"))
                .body("cohort", equalTo(cohort.toString()))
                .body("enrollment", nullValue())
                .body("reference.externalId", equalTo("F-1"));
        String participant = answer.extract().path("participant");
        Caller.with(portal)
                .get("/v1/participants/" + participant)
                .then()
                .statusCode(200)
                .body("consents.contact", equalTo(true));
        Caller.with(portal)
                .get(answer.extract().header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", "\"v0\"");
        assertEquals(List.of("2"), count("outbox"));
    }

    @Test
    void publishesTheGoldenEvent() throws IOException {
        Map<String, Object> body = application(People.woman(), "F-2");
        body.put("on", "2024-06-10");
        var answer = submit(portal, body).statusCode(201).extract();
        String id = answer.path("id");
        var record = Eventually.get(
                        () -> Broker.read(
                                "trayecto.applications.v1", r -> r.key().equals(id)),
                        found -> !found.isEmpty())
                .getFirst();
        ObjectNode golden = (ObjectNode)
                JSON.readTree(Files.readString(Path.of("events", "mx.trayecto.application.submitted.v1.json")));
        golden.put("application", id)
                .put("participant", answer.<String>path("participant"))
                .put("cohort", cohort.toString());
        assertEquals(golden.toPrettyString(), JSON.readTree(record.value()).toPrettyString());
        assertEquals("mx.trayecto.application.submitted.v1", Broker.header(record, "ce_type"));
    }

    @Test
    void findsHerByReferenceAndLeavesHerAsSheIs() throws SQLException {
        String first = submit(portal, application(People.woman(), "F-3"))
                .statusCode(201)
                .extract()
                .path("participant");
        Map<String, Object> again = application(People.woman("schooling", "primary"), "F-3");
        again.put("cohort", UUID.randomUUID());
        submit(portal, again).statusCode(201).body("participant", equalTo(first));
        Caller.with(portal).get("/v1/participants/" + first).then().body("schooling", nullValue());
        assertEquals(List.of("1"), count("participant"));
    }

    @Test
    void refusesAReferenceThatComesWithAnotherCurp() {
        submit(portal, application(People.womanWithCurp(), "F-4")).statusCode(201);
        submit(portal, application(People.womanWithCurp(), "F-4"))
                .statusCode(409)
                .body("code", equalTo("reference-taken"));
    }

    @Test
    void takesAKnownPersonById() {
        String id = People.registered(coordinator, People.woman());
        submit(coordinator, Map.of("participantId", id, "cohort", cohort))
                .statusCode(201)
                .body("participant", equalTo(id));
        submit(coordinator, Map.of("participantId", UUID.randomUUID(), "cohort", cohort))
                .statusCode(422)
                .body("errors.pointer", contains("/participantId"));
        submit(Tokens.coordinator(UUID.randomUUID()), Map.of("participantId", id, "cohort", cohort))
                .statusCode(422)
                .body("errors.code", contains("unknown-participant"));
    }

    /** Sixteen today, with her mother's consent. */
    private static Map<String, Object> girl() {
        Map<String, Object> girl =
                People.woman("birthDate", today().minusYears(16).toString());
        girl.put("guardian", Map.of("givenName", "Rosa", "firstSurname", "Arroyo", "relationship", "mother"));
        girl.put("consents", List.of(People.consent("minor-participation", true)));
        return girl;
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("America/Mexico_City"));
    }

    private void consent(String id, boolean granted) {
        Caller.post(coordinator)
                .body(People.consent("minor-participation", granted))
                .post("/v1/participants/" + id + "/consents")
                .then()
                .statusCode(201);
    }

    @Test
    void takesAGirlOnlyAsLongAsHerGuardianAgrees() throws SQLException {
        Map<String, Object> told = girl();
        told.put("references", List.of(People.reference("sisemh", "F-9")));
        String id = People.registered(portal, told);
        Map<String, Object> byId = Map.of("participantId", id, "cohort", cohort);
        Map<String, Object> described = girl();
        described.remove("consents");
        consent(id, false);
        for (String token : List.of(coordinator, portal)) {
            Map<String, Object> body = new HashMap<>(byId);
            if (token.equals(portal)) {
                body.put("reference", People.reference("sisemh", "F-9"));
            }
            submit(token, body).statusCode(409).body("code", equalTo("guardian-consent-missing"));
        }
        submit(portal, application(described, "F-9")).statusCode(409).body("code", equalTo("guardian-consent-missing"));
        assertEquals(List.of("0"), count("application"));
        consent(id, true);
        submit(coordinator, byId).statusCode(201);
    }

    @Test
    void refusesWhoWasUnderAgeOnHerDayAndWhoseGuardianWasNeverAsked() {
        Map<String, Object> told =
                People.woman("birthDate", today().minusYears(19).toString());
        String id = People.registered(coordinator, told);
        Map<String, Object> body = new HashMap<>(Map.of("participantId", id, "cohort", cohort));
        body.put("on", today().minusYears(2).toString());
        submit(coordinator, body).statusCode(409).body("code", equalTo("guardian-consent-missing"));
        Map<String, Object> stranger = application(told, "F-10");
        stranger.put("on", today().minusYears(2).toString());
        submit(portal, stranger).statusCode(409).body("code", equalTo("guardian-consent-missing"));
        body.remove("on");
        submit(coordinator, body).statusCode(201);
    }

    /** Whoever may not know how old she is does not learn it from a refusal. */
    @Test
    void tellsNothingOfTheAgeOfAProtectedGirl() {
        Map<String, Object> told = girl();
        told.put("protected", true);
        told.put("consents", List.of(People.consent("minor-participation", true)));
        String id = People.registered(coordinator, told);
        String officer =
                Tokens.of("participants:read participants:write participants:identity applications:write", tenant);
        People.opened(officer, id);
        Caller.post(officer)
                .body(People.consent("minor-participation", false))
                .post("/v1/participants/" + id + "/consents")
                .then()
                .statusCode(201);
        submit(officer, Map.of("participantId", id, "cohort", cohort))
                .statusCode(409)
                .body("code", equalTo("guardian-consent-missing"));
        submit(coordinator, Map.of("participantId", id, "cohort", cohort)).statusCode(201);
    }

    @Test
    void refusesBadInputWithPointersIntoTheForm() {
        submit(portal, application(People.woman("givenName", "Ana 😀"), "F-7"))
                .statusCode(422)
                .body("errors.pointer", contains("/participant/givenName"));
        submit(portal, application(People.woman("curp", "PEGL890909MJCRMS09"), "F-7"))
                .statusCode(422)
                .body("errors.pointer", hasItem("/participant/curp"));
        submit(portal, Map.of("cohort", cohort))
                .statusCode(422)
                .body("errors.pointer", contains("/participant", "/reference"));
        Map<String, Object> foreign = application(People.woman(), "F-7");
        foreign.put("reference", People.reference("imm", "F-7"));
        submit(portal, foreign).statusCode(422).body("errors.pointer", contains("/reference/sourceSystem"));
    }

    @Test
    void repeatsNothingUnderOneKey() throws Exception {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = application(People.womanWithCurp(), "F-8");
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            calls.add(() ->
                    Caller.post(portal, key).body(body).post("/v1/applications").statusCode());
        }
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var call : pool.invokeAll(calls)) {
                assertEquals(true, List.of(201, 409).contains(call.get()));
            }
        }
        Caller.post(portal, key)
                .body(body)
                .post("/v1/applications")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("status", equalTo("submitted"));
        assertEquals(List.of("1"), count("application"));
        assertEquals(List.of("1"), count("participant"));
        assertEquals(List.of("2"), count("outbox"));
    }

    @ParameterizedTest
    @CsvSource({
        "applied, applied",
        "waitlisted, waitlisted",
        "offered, offered",
        "enrolled, enrolled",
        "rejected, rejected",
        "withdrawn, withdrawn",
        "declined, declined",
        "offer-expired, offer-expired",
        "deferred, deferred"
    })
    void standsAsEnrolmentEventsTell(String event, String status) {
        var answer = submit(portal, application(People.woman(), "S-" + event))
                .statusCode(201)
                .extract();
        String id = answer.path("id");
        UUID enrollment = UUID.randomUUID();
        Elsewhere.enrolment(event, tenant, enrollment, answer.path("participant"), UUID.randomUUID(), id);
        Eventually.get(() -> Caller.with(portal).get("/v1/applications/" + id).<String>path("status"), status::equals);
        Caller.with(portal)
                .get("/v1/applications/" + id)
                .then()
                .header("ETag", "\"v1\"")
                .body("enrollment", equalTo(enrollment.toString()))
                .body("reason", equalTo("no-place"));
    }

    @Test
    void mayBeMadeAgainOnceItHasEnded() {
        Map<String, Object> body = application(People.woman(), "F-9");
        var answer = submit(portal, body).statusCode(201).extract();
        submit(portal, body)
                .statusCode(409)
                .body("code", equalTo("already-applied"))
                .header("Location", equalTo(answer.header("Location")));
        String id = answer.path("id");
        Elsewhere.enrolment("rejected", tenant, UUID.randomUUID(), answer.path("participant"), UUID.randomUUID(), id);
        Eventually.get(
                () -> Caller.with(portal).get("/v1/applications/" + id).<String>path("status"), "rejected"::equals);
        submit(portal, body).statusCode(201);
    }

    @Test
    void namesNoEnrollmentWhereNoneWasMade() {
        var answer = submit(portal, application(People.woman(), "F-10"))
                .statusCode(201)
                .extract();
        String id = answer.path("id");
        Elsewhere.rejection(tenant, answer.path("participant"), UUID.fromString(id));
        Eventually.get(
                () -> Caller.with(portal).get("/v1/applications/" + id).<String>path("status"), "rejected"::equals);
        Caller.with(portal)
                .get("/v1/applications/" + id)
                .then()
                .body("enrollment", nullValue())
                .body("reason", equalTo("unknown-cohort"));
    }
}

package mx.trayecto.participants.applications;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
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
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
@TrayectoTest
class ApplicationTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final UUID tenant = UUID.randomUUID();
    private final UUID cohort = UUID.randomUUID();
    private final String portal = Tokens.portal(tenant, "sisemh");
    private final String coordinator = Tokens.coordinator(tenant);

    private Map<String, Object> application(Map<String, Object> woman, String externalId) {
        Map<String, Object> body = new HashMap<>(Map.of("participant", woman, "cohort", cohort));
        body.put("reference", People.reference("sisemh", externalId));
        return body;
    }

    private static ValidatableResponse submit(String token, Map<String, Object> body) {
        return Caller.post(token).body(body).post("/v1/applications").then();
    }

    private List<String> count(String table) throws SQLException {
        return Database.query("participants", "SELECT count(*) FROM " + table + " WHERE tenant_id = ?", tenant);
    }

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
    void findsHerByCurpThoughAnotherSystemRegisteredHerAndShowsNothingOfHer() throws SQLException {
        Map<String, Object> woman = People.womanWithCurp();
        String hidden = People.registered(coordinator, woman);
        var answer = submit(portal, application(woman, "F-5"))
                .statusCode(201)
                .body("participant", nullValue())
                .extract();
        assertEquals(List.of("1"), count("participant"));
        Caller.with(portal).get("/v1/participants/" + hidden).then().statusCode(404);
        Caller.with(portal)
                .get("/v1/participants/by-reference/sisemh/F-5")
                .then()
                .statusCode(404);
        Caller.with(portal)
                .get("/v1/applications/" + answer.path("id"))
                .then()
                .statusCode(200)
                .body("participant", nullValue())
                .body("reference.externalId", equalTo("F-5"));
        Caller.with(coordinator)
                .get("/v1/applications/" + answer.path("id"))
                .then()
                .body("participant", equalTo(hidden));
        submit(portal, application(woman, "F-5")).statusCode(409).body("code", equalTo("already-applied"));
    }

    @Test
    void doesNotTieAProtectedRecordToItsCurp() {
        Map<String, Object> woman = People.with(People.womanWithCurp(), "protected", true);
        String record = People.registered(coordinator, woman);
        String id = submit(coordinator, application(woman, "F-6"))
                .statusCode(201)
                .body("participant", nullValue())
                .extract()
                .path("id");
        UUID enrollment = UUID.randomUUID();
        Elsewhere.enrolment("enrolled", tenant, enrollment, record, UUID.randomUUID(), id);
        Eventually.get(
                () -> Caller.with(coordinator).get("/v1/applications/" + id).<String>path("status"),
                "enrolled"::equals);
        Caller.with(coordinator)
                .get("/v1/applications/" + id)
                .then()
                .body("participant", nullValue())
                .body("enrollment", nullValue());
        Caller.with(Tokens.of("applications:read participants:identity", tenant))
                .get("/v1/applications/" + id)
                .then()
                .body("participant", equalTo(record))
                .body("enrollment", equalTo(enrollment.toString()));
        Caller.with(portal)
                .get("/v1/participants/by-reference/sisemh/F-6")
                .then()
                .statusCode(404);
    }

    @Test
    void speaksForNoRecordThatItsCallerMayNotSee() throws SQLException {
        UUID crea = Elsewhere.center(tenant);
        Map<String, Object> elsewhere = People.womanWithCurp();
        Map<String, Object> hidden = People.womanWithCurp();
        String ofOthers = People.registered(coordinator, elsewhere);
        String behindAlias = People.registered(coordinator, People.with(hidden, "protected", true));
        List<Object> consents = List.of(People.consent("contact", true));
        Map<String, Object> body = application(elsewhere, "F-20");
        body.put("consents", consents);
        submit(portal, body).statusCode(201);
        Map<String, Object> atCenter =
                Map.of("participant", elsewhere, "cohort", UUID.randomUUID(), "consents", consents);
        submit(
                        Tokens.coordinator(tenant, crea),
                        People.with(atCenter, "participant", People.with(elsewhere, "center", crea)))
                .statusCode(201);
        submit(coordinator, Map.of("participant", hidden, "cohort", cohort, "consents", consents))
                .statusCode(201);
        assertEquals(List.of("0"), count("consent"));
        for (String id : List.of(ofOthers, behindAlias)) {
            Caller.with(coordinator)
                    .get("/v1/participants/" + id)
                    .then()
                    .statusCode(200)
                    .body("consents.contact", nullValue());
        }
        submit(coordinator, Map.of("participant", elsewhere, "cohort", UUID.randomUUID(), "consents", consents))
                .statusCode(201)
                .body("participant", equalTo(ofOthers));
        assertEquals(List.of("1"), count("consent"));
    }

    @Test
    void answersAKnownCurpThatDisagreesAsAnUnknownOne() {
        Map<String, Object> known = People.womanWithCurp();
        People.registered(coordinator, known);
        for (Map<String, Object> woman : List.of(known, People.womanWithCurp())) {
            submit(portal, application(People.with(woman, "birthDate", "1999-12-31"), "F-21"))
                    .statusCode(422)
                    .body("errors.pointer", contains("/participant/birthDate"));
            submit(portal, application(People.with(woman, "gender", "male"), "F-21"))
                    .statusCode(422)
                    .body("errors.pointer", contains("/participant/gender"));
            submit(portal, application(People.with(woman, "birthState", "20"), "F-21"))
                    .statusCode(422)
                    .body("errors.pointer", contains("/participant/birthState"));
            submit(portal, application(People.with(woman, "migration", "refugee"), "F-21"))
                    .statusCode(422)
                    .body("errors.pointer", contains("/participant/migration"));
        }
    }

    @Test
    void takesNoCurpForAProtectedRecordsReference() {
        Map<String, Object> hidden = People.with(People.womanWithCurp(), "protected", true);
        hidden.put("references", List.of(People.reference("sisemh", "F-22")));
        People.registered(coordinator, hidden);
        Map<String, Object> other = People.with(People.womanWithCurp(), "protected", true);
        People.registered(coordinator, other);
        for (Map<String, Object> woman : List.of(People.with(hidden, "references", List.of()), other)) {
            submit(coordinator, application(woman, "F-22")).statusCode(201);
        }
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
        submit(portal, body).statusCode(409).body("code", equalTo("already-applied"));
        String id = answer.path("id");
        Elsewhere.enrolment("rejected", tenant, UUID.randomUUID(), answer.path("participant"), UUID.randomUUID(), id);
        Eventually.get(
                () -> Caller.with(portal).get("/v1/applications/" + id).<String>path("status"), "rejected"::equals);
        submit(portal, body).statusCode(201);
    }

    @Test
    void showsAPortalItsOwnAndAnotherTenantNone() {
        String id = submit(portal, application(People.woman(), "F-10"))
                .statusCode(201)
                .extract()
                .path("id");
        Caller.with(portal).get("/v1/applications").then().statusCode(200).body("items.id", contains(id));
        Caller.with(Tokens.portal(tenant, "imm")).get("/v1/applications").then().body("items", empty());
        for (String token : List.of(Tokens.portal(tenant, "imm"), Tokens.coordinator(UUID.randomUUID()))) {
            Caller.with(token).get("/v1/applications/" + id).then().statusCode(404);
        }
        submit(Tokens.registrar(tenant), application(People.woman(), "F-11")).statusCode(403);
    }

    @Test
    void keepsStaffOfACentreToItsOwnCohorts() {
        UUID crea = Elsewhere.center(tenant);
        UUID cjm = Elsewhere.center(tenant);
        UUID ofCjm = Elsewhere.cohort(tenant, cjm);
        String staff = Tokens.coordinator(tenant, crea);
        Eventually.get(
                () -> Caller.post(staff)
                        .body(Map.of("participant", People.woman(), "cohort", ofCjm))
                        .post("/v1/applications")
                        .statusCode(),
                status -> status == 422);
        submit(staff, Map.of("participant", People.woman(), "cohort", ofCjm))
                .statusCode(422)
                .body("errors.pointer", contains("/cohort"));
        submit(staff, Map.of("participant", People.woman(), "cohort", Elsewhere.cohort(tenant, crea)))
                .statusCode(201);
    }

    @Test
    void hidesFromACentreWhereElseItsWomenApply() {
        UUID crea = Elsewhere.center(tenant);
        UUID confidential = Elsewhere.center(tenant);
        UUID here = Elsewhere.cohort(tenant, crea);
        UUID there = Elsewhere.cohort(tenant, confidential);
        String id = People.registered(coordinator, People.woman("center", crea));
        String ofHere = submit(coordinator, Map.of("participantId", id, "cohort", here))
                .statusCode(201)
                .extract()
                .path("id");
        String ofThere = submit(coordinator, Map.of("participantId", id, "cohort", there))
                .statusCode(201)
                .extract()
                .path("id");
        String staff = Tokens.coordinator(tenant, crea);
        Eventually.get(
                () -> Caller.with(staff).get("/v1/applications/" + ofHere).statusCode(), status -> status == 200);
        Caller.with(staff).get("/v1/applications/" + ofThere).then().statusCode(404);
        Caller.with(staff).get("/v1/applications").then().body("items.id", contains(ofHere));
        Caller.with(Tokens.coordinator(tenant, crea, confidential))
                .get("/v1/applications/" + ofHere)
                .then()
                .statusCode(200);
        // once she is served there too, that centre's staff see its own and no other
        Elsewhere.enrolment("enrolled", tenant, UUID.randomUUID(), id, confidential, ofThere);
        Eventually.get(
                () -> Caller.with(Tokens.coordinator(tenant, confidential))
                        .get("/v1/applications/" + ofThere)
                        .statusCode(),
                status -> status == 200);
        Caller.with(staff).get("/v1/applications/" + ofThere).then().statusCode(404);
    }
}

package mx.trayecto.participants.applications;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.Json;
import org.junit.jupiter.api.Test;

import mx.trayecto.participants.Elsewhere;
import mx.trayecto.participants.People;
import mx.trayecto.participants.StatementLog;
import mx.trayecto.participants.duplicates.Compared;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Importing;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Applications of women whose records the caller may not see. */
@QuarkusTest
@TrayectoTest
class HiddenApplicantTest extends Applying {
    private final String officer = Tokens.of("applications:read participants:identity", tenant);

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
        String second = submitted(portal, application(woman, "F-5"));
        Caller.with(coordinator)
                .get("/v1/applications/" + second)
                .then()
                .body("participant", equalTo(hidden))
                .body("status", equalTo("rejected"))
                .body("reason", equalTo("already-applied"))
                .body("enrollment", nullValue());
        submit(coordinator, Map.of("participant", woman, "cohort", cohort))
                .statusCode(409)
                .body("code", equalTo("already-applied"))
                .header("Location", endsWith(answer.<String>path("id")));
    }

    @Test
    void tellsNobodyWhoDoesNotSeeHerWhetherSheAttends() {
        UUID crea = Elsewhere.center(tenant);
        UUID here = Elsewhere.cohort(tenant, crea);
        Map<String, Object> attending = hidden();
        String hers = People.registered(coordinator, attending);
        People.opened(officer, hers);
        String first = submitted(coordinator, Map.of("participant", attending, "cohort", here));
        Elsewhere.enrolment("enrolled", tenant, UUID.randomUUID(), hers, crea, first);
        Eventually.get(() -> status(officer, first), "enrolled"::equals);
        String staff = Tokens.coordinator(tenant, crea);
        Eventually.get(() -> Caller.with(staff).get("/v1/applications/" + first).statusCode(), status -> status == 200);
        for (String token : List.of(portal, coordinator, staff)) {
            Map<String, Object> free = hidden();
            People.registered(coordinator, free);
            String only = submitted(token, applying(free, "F-32", here));
            String second = submitted(token, applying(attending, "F-31", here));
            assertEquals(told(token, only), told(token, second));
            List<String> listed = Caller.with(token).get("/v1/applications").path("items.id");
            assertTrue(listed.containsAll(List.of(only, second)));
        }
    }

    /** It is the one that tells her. */
    @Test
    void tellsThePortalThatRegisteredHerHowItsApplicationEnds() throws SQLException {
        Map<String, Object> woman = hidden();
        String first = submitted(portal, applying(woman, "F-61", cohort));
        String hers = Database.query(
                        "participants",
                        "SELECT participant_id::text FROM application WHERE id = ?",
                        UUID.fromString(first))
                .getFirst();
        Elsewhere.enrolment("enrolled", tenant, UUID.randomUUID(), hers, UUID.randomUUID(), first);
        Eventually.get(() -> status(portal, first), "enrolled"::equals);
        assertEquals("submitted", status(coordinator, first), "staff see an alias");
        Caller.with(portal)
                .get("/v1/applications/" + first)
                .then()
                .body("participant", nullValue())
                .body("enrollment", nullValue());
    }

    @Test
    void takesASecondOneByTheSameWorkAndTellsNothingOnceItIsDecided() {
        Map<String, Object> attending = hidden();
        Map<String, Object> free = hidden();
        String hers = People.registered(coordinator, attending);
        String other = People.registered(coordinator, free);
        People.opened(officer, hers);
        People.opened(officer, other);
        submitted(coordinator, Map.of("participant", attending, "cohort", cohort));
        submitted(portal, applying(attending, "F-49", UUID.randomUUID())); // what is looked up once only
        Compared.everybody();
        List<String> answers = new ArrayList<>();
        List<String> forHer =
                StatementLog.during(() -> answers.add(submitted(portal, applying(attending, "F-41", cohort))));
        List<String> forOther =
                StatementLog.during(() -> answers.add(submitted(portal, applying(free, "F-42", cohort))));
        assertFalse(forHer.isEmpty(), "statements are seen");
        assertEquals(forOther, forHer);
        String second = answers.get(0);
        String only = answers.get(1);
        String before = told(portal, only);
        assertEquals(before, told(portal, second));
        Elsewhere.enrolment("enrolled", tenant, UUID.randomUUID(), other, UUID.randomUUID(), only);
        Eventually.get(() -> status(officer, only), "enrolled"::equals);
        assertEquals("rejected", status(officer, second));
        for (String id : answers) {
            assertEquals(before, told(portal, id));
        }
        Caller.with(portal)
                .get("/v1/applications")
                .then()
                .body("items.status", equalTo(List.of("submitted", "submitted", "submitted")))
                .body("items.version", equalTo(List.of(0, 0, 0)))
                .body("items.reason", everyItem(nullValue()));
    }

    @Test
    void takesHerInAFileAsAnyOther() {
        Map<String, Object> attending = hidden();
        People.registered(coordinator, attending);
        submitted(coordinator, Map.of("participant", attending, "cohort", cohort));
        for (String token : List.of(portal, coordinator)) {
            Map<String, Object> free = hidden();
            People.registered(coordinator, free);
            assertEquals(
                    files(token, applying(free, "F-52", cohort)), files(token, applying(attending, "F-51", cohort)));
        }
        // a portal knows what it sent itself; no reference leads anybody else to whether she applied
        assertEquals("1 0 0 0, 0 0 1 0", files(portal, applying(attending, "F-53", cohort)));
        assertEquals("1 0 0 0", files(coordinator, applying(attending, "F-53", cohort)));
    }

    /** What comes of a file that is tried, taken and sent again. */
    private static String files(String token, Map<String, Object> application) {
        byte[] file = Json.encode(application).getBytes(StandardCharsets.UTF_8);
        return Stream.of("?dryRun=true", "", "")
                .map(query ->
                        Importing.imported(token, "/v1/applications/imports" + query, "application/x-ndjson", file))
                .map(task -> Importing.told(task).replace("done 1/1: ", ""))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Object> hidden() {
        return People.with(People.womanWithCurp(), "protected", true);
    }

    private Map<String, Object> applying(Map<String, Object> woman, String externalId, UUID into) {
        return People.with(application(woman, externalId), "cohort", into);
    }

    private static String submitted(String token, Map<String, Object> body) {
        return submit(token, body)
                .statusCode(201)
                .header("ETag", equalTo("\"v0\""))
                .body("status", equalTo("submitted"))
                .extract()
                .path("id");
    }

    private static String status(String token, String application) {
        return Caller.with(token).get("/v1/applications/" + application).path("status");
    }

    /** All that is told of an application, but for what is its own: its id, its reference and its moment. */
    private static String told(String token, String id) {
        Response answer = Caller.with(token).get("/v1/applications/" + id);
        assertEquals(200, answer.statusCode());
        return (answer.header("ETag") + answer.header("Last-Modified") + answer.asString())
                .replace(id, "ID")
                .replaceAll("F-[0-9]+", "F")
                .replaceAll("\"submittedAt\":\"[^\"]*\"", "");
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
        Caller.with(officer).get("/v1/applications/" + id).then().body("participant", nullValue());
        People.opened(officer, record);
        Eventually.get(() -> status(officer, id), "enrolled"::equals);
        Caller.with(coordinator)
                .get("/v1/applications/" + id)
                .then()
                .body("status", equalTo("submitted"))
                .body("participant", nullValue())
                .body("reference", nullValue()) // it would lead to the enrolment made at the same time
                .body("enrollment", nullValue());
        Caller.with(officer)
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
    void answersAsWithoutConsentsWhereItLeavesThem() {
        Map<String, Object> elsewhere = People.womanWithCurp();
        Map<String, Object> hidden = People.with(People.womanWithCurp(), "protected", true);
        People.registered(coordinator, elsewhere);
        People.registered(coordinator, hidden);
        assertEquals(answer(portal, elsewhere, List.of()), answer(portal, elsewhere, spoken()));
        assertEquals(answer(coordinator, hidden, List.of()), answer(coordinator, hidden, spoken()));
    }

    private static List<Object> spoken() {
        return List.of(People.consent("contact", true), People.consent("minor-participation", true));
    }

    /** The whole answer, but for ids and numbers. */
    private String answer(String token, Map<String, Object> woman, List<Object> consents) {
        Map<String, Object> body = application(woman, "F-23");
        body.put("cohort", UUID.randomUUID());
        body.put("consents", consents);
        var answer = submit(token, body).statusCode(201).extract();
        return (answer.header("ETag") + answer.header("Trayecto-Position") + answer.asString())
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID")
                .replaceAll("[0-9]+", "N");
    }
}

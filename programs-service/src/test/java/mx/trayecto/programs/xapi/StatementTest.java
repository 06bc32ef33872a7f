package mx.trayecto.programs.xapi;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Group;
import mx.trayecto.programs.Told;

import static mx.trayecto.programs.xapi.Lms.statement;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** EdApp and other learning platforms, as the LMS of a partner speaks: xAPI 1.0.3. */
@QuarkusTest
@TrayectoTest
class StatementTest {
    private static final String PATH = Lms.PATH;

    private Group group;
    private Lms lms;

    @BeforeEach
    void begin() {
        group = new Group(5);
        lms = new Lms(group);
    }

    private ValidatableResponse send(String body) {
        return lms.send(body);
    }

    private void sent(String body) {
        send(body).statusCode(200);
    }

    private ValidatableResponse listed(String query) {
        return lms.listed(query);
    }

    private List<String> completed(UUID woman) {
        return lms.days(woman);
    }

    @Test
    void aCompletedCourseCompletesItsModuleOnce() {
        UUID woman = group.enrolled();
        UUID id = UUID.randomUUID();
        String told = statement(id, woman, "completed", "edapp-1", "2024-06-21T02:30:00Z");
        send(told)
                .statusCode(200)
                .header("X-Experience-API-Version", equalTo("1.0.3"))
                .body("$", contains(id.toString()));
        assertEquals(List.of("2024-06-20"), completed(woman)); // the day in Guadalajara
        sent(told);
        sent(statement(UUID.randomUUID(), woman, "passed", "edapp-1", "2024-06-25T12:00:00Z"));
        assertEquals(List.of("2024-06-20"), completed(woman));
        assertEquals("active", group.status(woman));
        List<Told> events = Told.of(Group.ENROLLMENTS, woman, 4);
        assertEquals("module-completed", events.getLast().type());
        assertEquals("xapi", events.getLast().data().get("source").asText());
        listed("").body("items.status", contains("applied", "applied"));
    }

    @Test
    void whatWasToldOfOneWomanIsListed() {
        UUID woman = group.enrolled();
        UUID hers = UUID.randomUUID();
        sent(statement(UUID.randomUUID(), group.enrolled(), "completed", "edapp-1", "2024-06-21T02:30:00Z"));
        sent(statement(hers, woman, "completed", "edapp-9", "2024-06-21T02:30:00Z"));
        listed("?enrollment=" + woman).body("items.id", contains(hers.toString()));
        listed("?enrollment=" + woman + "&status=parked&course=edapp-9").body("items.id", contains(hers.toString()));
        listed("?enrollment=" + woman + "&status=applied").body("items", hasSize(0));
        group.read(PATH + "?enrollment=her")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("enrollment"), "errors.code", contains("type"));
    }

    @Test
    void whatIsNoCompletionIsTakenInAndChangesNothing() {
        UUID woman = group.enrolled();
        String failed = statement(UUID.randomUUID(), woman, "completed", "edapp-1", "2024-06-21T12:00:00Z")
                .replace("\"completion\": true", "\"success\": false");
        sent("[" + statement(UUID.randomUUID(), woman, "experienced", "edapp-1", "2024-06-21T12:00:00Z") + "," + failed
                + "]");
        assertEquals(List.of(), completed(woman));
        listed("?status=ignored").body("items", hasSize(2));
    }

    @Test
    void whatCannotBePlacedWaitsAndIsPlacedLater() {
        UUID woman = group.enrolled();
        String course = "https://edapp.example/courses/77";
        sent("[" + statement(UUID.randomUUID(), woman, "completed", course, "2024-06-21T12:00:00Z")
                + "," + statement(UUID.randomUUID(), UUID.randomUUID(), "completed", "edapp-1", "2024-06-21T12:00:00Z")
                + "," + statement(UUID.randomUUID(), "mariana", "completed", "edapp-1", "2024-06-21T12:00:00Z")
                + "," + statement(UUID.randomUUID(), woman, "completed", "edapp-1", "2024-06-01T12:00:00Z")
                + "," + statement(UUID.randomUUID(), woman, "completed", "edapp-1", "2099-06-01T12:00:00Z") + "]");
        assertEquals(List.of(), completed(woman));
        listed("?status=parked")
                .body("items", hasSize(5))
                .body("items.reason", hasItem("unknown-course"))
                .body("items.reason", hasItem("unknown-actor"))
                .body("items.reason", hasItem("not-taking-part"))
                .body("items.reason", hasItem("future"));
        group.catalogue.create(
                "/v1/external-courses",
                "{\"course\": \"%s\", \"program\": \"%s\", \"module\": \"M2\"}"
                        .formatted(course, group.catalogue.program));
        Caller.with(group.token)
                .post(PATH + "/retries?course=" + course)
                .then()
                .statusCode(200)
                .body("applied", equalTo(1));
        assertEquals(List.of("2024-06-21"), completed(woman));
        listed("?status=parked&course=" + course).body("items", hasSize(0));
        Caller.with(group.token).post(PATH + "/retries").then().statusCode(200).body("applied", equalTo(0));
    }

    /** Of a name that is none of ours nothing is kept, so nothing ever places it: it says so, and is not tried again. */
    @Test
    void whoseAccountIsNoneOfOursWaitsForAPerson() throws Exception {
        UUID woman = group.enrolled();
        UUID foreign = UUID.randomUUID();
        UUID unknown = UUID.randomUUID();
        String told = statement(foreign, "mariana", "completed", "edapp-1", "2024-06-21T12:00:00Z");
        sent("[" + told + "," + statement(unknown, UUID.randomUUID(), "completed", "edapp-1", "2024-06-21T12:00:00Z")
                + "]");
        listed("?status=parked")
                .body("items.find { it.id == '" + foreign + "' }.reason", equalTo("foreign-account"))
                .body("items.find { it.id == '" + unknown + "' }.reason", equalTo("unknown-actor"));
        List<String> before = waiting(foreign);
        for (String query : List.of("", "?course=edapp-1")) {
            Caller.with(group.token)
                    .post(PATH + "/retries" + query)
                    .then()
                    .statusCode(200)
                    .body("applied", equalTo(0))
                    .body("parked", equalTo(1));
        }
        assertEquals(before, waiting(foreign), "it was not touched");
        sent(told);
        sent(statement(
                UUID.randomUUID(), woman, "completed", "edapp-1", "2024-06-21T12:00:00Z")); // as it should have been
        assertEquals(List.of("2024-06-21"), completed(woman));
        group.act(PATH + "/" + foreign + "/dismissal", "{\"reason\": \"recorded-otherwise\"}")
                .then()
                .statusCode(200)
                .body("reason", equalTo("foreign-account"));
        listed("?status=parked").body("items", hasSize(1));
    }

    private static List<String> waiting(UUID statement) throws Exception {
        return Database.query(
                "programs", "SELECT status || version || tried_at FROM xapi_statement WHERE id = ?", statement);
    }

    /** A mailbox or a profile says who she is: none is to come here, and of the refused nothing is kept. */
    @Test
    void whoeverIsNamedByAnAddressIsRefused() throws Exception {
        UUID woman = group.enrolled();
        for (String actor : List.of(
                "{\"mbox\": \"mailto:mariana@example.org\"}",
                "{\"mbox_sha1sum\": \"ebd31e95054c018b10727ccffd2ef2ec3a016ee9\"}",
                "{\"openid\": \"https://mariana.example\"}",
                "{\"account\": {\"homePage\": \"x\"}}")) {
            send(statement(UUID.randomUUID(), woman, "completed", "edapp-1", "2024-06-21T12:00:00Z")
                            .replaceFirst("\"actor\": \\{.*?\\}\\}", "\"actor\": " + actor))
                    .statusCode(422)
                    .body("errors.pointer", contains("/actor"))
                    .body("errors.code", contains("actor-not-account"));
        }
        assertEquals(
                List.of("0"),
                Database.query("programs", "SELECT count(*) FROM xapi_statement WHERE tenant_id = ?", group.tenant));
    }

    @Test
    void keepsNothingButWhatPlacingNeeds() throws Exception {
        sent(statement(UUID.randomUUID(), "mariana", "completed", "edapp-1", "2024-06-21T12:00:00Z"));
        String kept = Database.query(
                        "programs", "SELECT s::text FROM xapi_statement s WHERE tenant_id = ?", group.tenant)
                .getFirst();
        assertFalse(kept.contains("mariana") || kept.contains("digital"), kept);
    }

    /** A platform writes its members in whatever order, and its numbers as it likes. */
    @Test
    void theSameStatementIsKnownAgainHoweverItIsWritten() {
        UUID woman = group.enrolled();
        String told =
                "{\"id\": \"" + UUID.randomUUID() + "\", \"actor\": {\"account\": {\"homePage\": \"x\", \"name\": \""
                        + woman + "\"}}, \"verb\": {\"id\": \"http://adlnet.gov/expapi/verbs/completed\"},"
                        + " \"object\": {\"id\": \"edapp-1\"}, \"timestamp\": \"2024-06-21T12:00:00Z\","
                        + " \"result\": {\"score\": {\"raw\": 90}}}";
        sent(told);
        String otherwise = told.replace(
                        "\"homePage\": \"x\", \"name\": \"" + woman + "\"",
                        "\"name\": \"" + woman + "\", \"homePage\": \"x\"")
                .replace("\"raw\": 90", "\"raw\": 90.0");
        sent(otherwise);
        sent("[" + otherwise + "]");
        for (String other : List.of("\"raw\": 91", "\"raw\": \"90\"")) {
            send(told.replace("\"raw\": 90", other)).statusCode(409).body("code", equalTo("statement-conflict"));
        }
        assertEquals(List.of("2024-06-21"), completed(woman));
    }

    @Test
    void anotherStatementWithTheSameIdIsRefused() {
        UUID woman = group.enrolled();
        UUID id = UUID.randomUUID();
        sent(statement(id, woman, "completed", "edapp-1", "2024-06-21T12:00:00Z"));
        send("[" + statement(UUID.randomUUID(), woman, "completed", "edapp-1", "2024-06-22T12:00:00Z") + ","
                        + statement(id, woman, "completed", "edapp-1", "2024-06-22T12:00:00Z") + "]")
                .statusCode(409)
                .body("code", equalTo("statement-conflict"));
        listed("").body("items", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /actor | actor-required",
                "[] | | size",
                "[{'actor': {'account': {'name': 'x'}}}] | /0/verb/id | required",
                "[7] | /0 | type",
                "{'id': 'x', 'actor': {'account': {'name': 'x'}}} | /id | type",
                "{'actor': {'account': {'name': 'x'}}, 'timestamp': 'ayer'} | /timestamp | date-time"
            })
    void refusesWhatIsNoStatement(String body, String pointer, String code) {
        send(body.replace('\'', '"'))
                .statusCode(422)
                .body("errors.pointer", hasItem(pointer == null ? "" : pointer))
                .body("errors.code", hasItem(code));
    }

    @Test
    void isForThoseOfTheWholeTenantAndNeedsItsVersion() {
        String told = statement(UUID.randomUUID(), group.enrolled(), "completed", "edapp-1", "2024-06-21T12:00:00Z");
        Caller.with(group.token)
                .contentType("application/json")
                .body(told)
                .post(PATH)
                .then()
                .statusCode(400)
                .body("code", equalTo("xapi-version"));
        for (String token : List.of(
                Tokens.facilitator(group.tenant, group.catalogue.center), Tokens.portal(group.tenant, "jalisco"))) {
            Caller.with(token)
                    .header("X-Experience-API-Version", "1.0.3")
                    .contentType("application/json")
                    .body(told)
                    .post(PATH)
                    .then()
                    .statusCode(403);
        }
        Caller.with(Tokens.coordinator(UUID.randomUUID()))
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void aCourseIsMappedOnceInAProgramme() {
        Map<String, String> wrong = Map.of(
                "{\"course\": \"c\", \"program\": \"%s\", \"module\": \"M9\"}", "/module",
                "{\"course\": \" \", \"program\": \"%s\", \"module\": \"M1\"}", "/course");
        wrong.forEach((body, pointer) -> group.act("/v1/external-courses", body.formatted(group.catalogue.program))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains(pointer)));
        String right =
                "{\"course\": \"c\", \"program\": \"%s\", \"module\": \"M1\"}".formatted(group.catalogue.program);
        group.catalogue.create("/v1/external-courses", right);
        group.act("/v1/external-courses", right).then().statusCode(409).body("code", equalTo("already-exists"));
    }
}

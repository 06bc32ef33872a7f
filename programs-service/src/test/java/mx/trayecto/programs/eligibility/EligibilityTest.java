package mx.trayecto.programs.eligibility;

import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Group;
import mx.trayecto.programs.Told;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/** Madres Estudiantes: a programme for mothers who study. */
@QuarkusTest
@TrayectoTest
class EligibilityTest extends MothersWhoStudy {
    @Test
    void enrolsThoseForWhomItIsAndTellsTheOthersWhy() {
        UUID before = group.participant();
        assertEquals(201, group.enroll(before).statusCode()); // for everybody as long as there is no rule
        set(MOTHERS_WHO_STUDY);
        UUID hers = known("\"mother\": true, \"student\": true,");
        assertEquals(201, group.enroll(hers).statusCode());
        verdict(hers).body("outcome", equalTo("eligible"), "unmet", hasSize(0), "ruleVersion", equalTo(1));
        UUID another = known("\"mother\": true, \"student\": false,");
        group.enroll(another)
                .then()
                .statusCode(409)
                .body("code", equalTo("not-eligible"))
                .body("errors.code", contains("student"))
                .body("errors.pointer", contains("/participant"))
                .body("detail", equalTo("No es elegible: no estudia."))
                .body("errors.message", contains("no estudia"));
        verdict(another).body("outcome", equalTo("not-eligible"));
    }

    /** What is not known of her refuses nobody: she waits for a person, holds no seat, and is admitted or rejected. */
    @Test
    void ofWhomItIsNotKnownAPersonDecides() {
        set(MOTHERS_WHO_STUDY);
        UUID unknown = known("\"mother\": true,");
        verdict(unknown).body("outcome", equalTo("undecided"), "unmet.unknown", contains(true));
        String held = held(unknown);
        group.act(held + "/admission", "{}").then().statusCode(200).body("status", equalTo("enrolled"));
        group.act(held + "/admission", "{}").then().statusCode(409).body("code", equalTo("illegal-transition"));
        String another = held(known("\"student\": true,"));
        group.act(another + "/rejection", "{\"reason\": \"incomplete\"}")
                .then()
                .statusCode(200)
                .body("status", equalTo("rejected"));
    }

    /** Enrols a woman who then waits for a decision; gives the path of her enrolment. */
    private String held(UUID woman) {
        return "/v1/enrollments/"
                + group.enroll(woman)
                        .then()
                        .statusCode(201)
                        .body("status", equalTo("applied"), "ruleVersion", equalTo(1))
                        .extract()
                        .<String>path("id");
    }

    /** Staff of a centre are told of those enrolled there; of others a refusal would say what they are. */
    @Test
    void whoDoesNotSeeHerLearnsNothingByTheRule() {
        set(MOTHERS_WHO_STUDY);
        UUID woman = known("\"mother\": true, \"student\": false,");
        verdict(woman).body("outcome", equalTo("not-eligible"));
        String ofTheCenter = Tokens.coordinator(group.tenant, group.catalogue.center);
        Caller.with(ofTheCenter).get(rule + "/verdicts/" + woman).then().statusCode(404);
        Caller.post(ofTheCenter)
                .body("{\"participant\": \"%s\", \"cohort\": \"%s\", \"on\": \"2024-06-10\"}"
                        .formatted(woman, group.cohort))
                .post("/v1/enrollments")
                .then()
                .statusCode(201)
                .body("status", equalTo("applied"));
        // now that she is one of theirs
        Caller.with(ofTheCenter)
                .get(rule + "/verdicts/" + woman)
                .then()
                .statusCode(200)
                .body("unmet.code", contains("student"));
    }

    /** Whoever does not see her record is told by no refusal what stands in it, and by no enrolment which it is. */
    @Test
    void anApplicationForAHiddenRecordWaitsForAPersonAndLeadsNowhere() {
        set(MOTHERS_WHO_STUDY);
        UUID woman = known("\"mother\": false, \"student\": false,");
        verdict(woman);
        send(woman, ", \"recordHidden\": true");
        JsonPath made = Eventually.get(
                () -> group.read("/v1/enrollments?cohort=" + group.cohort).jsonPath(),
                page -> !page.getList("items").isEmpty());
        assertEquals(List.of("applied"), made.getList("items.status"));
        assertNull(made.get("items[0].participant"));
        String enrollment = made.getString("items[0].id");
        group.read("/v1/enrollments/" + enrollment).then().body("participant", nullValue());
        group.read("/v1/enrollments?participant=" + woman).then().body("items", hasSize(0));
        group.act("/v1/enrollments/" + enrollment + "/admission", "{}")
                .then()
                .statusCode(200)
                .body("status", equalTo("enrolled"), "participant", nullValue());
        UUID delivery = group.catalogue.create(
                "/v1/enrollments/" + enrollment + "/deliveries", "{\"kind\": \"stipend\", \"on\": \"2024-06-12\"}");
        group.read("/v1/deliveries/" + delivery).then().statusCode(200).body("participant", nullValue());
        group.read("/v1/deliveries?participant=" + woman).then().body("items", hasSize(0));
    }

    /** Nor does one tell that she is enrolled already. */
    @Test
    void aRefusalOfAHiddenRecordGivesNoReasonOfHers() {
        UUID woman = known("");
        assertEquals(201, group.enroll(woman).statusCode());
        send(woman, ", \"recordHidden\": true");
        JsonPath made = Eventually.get(
                () -> group.read("/v1/enrollments?cohort=" + group.cohort + "&status=rejected")
                        .jsonPath(),
                page -> !page.getList("items").isEmpty());
        assertEquals("other", made.getString("items[0].reason"));
        assertNull(made.get("items[0].participant"));
    }

    @Test
    void ofAProtectedWomanNobodyIsToldWhy() {
        set(MOTHERS_WHO_STUDY);
        UUID woman = known("\"mother\": true, \"student\": false,");
        verdict(woman).body("unmet.code", contains("student"));
        group.told(woman, 2, null, true);
        held(woman);
        group.read(rule + "/verdicts/" + woman).then().statusCode(404);
    }

    @Test
    void aMergedRecordIsJudgedByTheOneThatStandsForIt() {
        set(MOTHERS_WHO_STUDY);
        UUID stands = known("\"mother\": true, \"student\": true,");
        UUID merged = group.participant();
        verdict(merged).body("outcome", equalTo("undecided"));
        group.told(merged, 2, stands, false);
        verdict(merged).body("outcome", equalTo("eligible"));
    }

    @Test
    void aCorrectionOfWhatIsKnownOpensTheDoor() {
        set(MOTHERS_WHO_STUDY);
        UUID woman = known("\"mother\": true, \"student\": false,");
        verdict(woman).body("unmet.code", contains("student"));
        told(woman, 2, "\"mother\": true, \"student\": true,");
        Eventually.get(() -> group.read(rule + "/verdicts/" + woman).path("outcome"), "eligible"::equals);
        assertEquals(201, group.enroll(woman).statusCode());
    }

    @Test
    void aPortalsApplicationIsRefusedWithWhatDoesNotHold() {
        set(MOTHERS_WHO_STUDY);
        UUID woman = known("\"mother\": false, \"student\": false,");
        Response made = applied(woman);
        made.then()
                .body("items[0].status", equalTo("rejected"))
                .body("items[0].reason", equalTo("not-eligible"))
                .body("items[0].ruleVersion", equalTo(1));
        verdict(woman).body("unmet.code", contains("mother", "student"));
        UUID enrollment = UUID.fromString(made.path("items[0].id"));
        assertEquals(
                "not-eligible",
                Told.of(Group.ENROLLMENTS, enrollment, 2)
                        .getLast()
                        .data()
                        .get("reason")
                        .asText());
    }

    @Test
    void aNewVersionGovernsFromThenOnAndTheOldOnesStay() {
        set(MOTHERS_WHO_STUDY);
        set("""
                {"conditions": [{"code": "state", "expression": "state == '03'", "reason": {"es": "no vive en el estado"}}]}""");
        assertEquals(201, group.enroll(known("")).statusCode());
        group.read(rule).then().statusCode(200).body("ruleVersion", equalTo(2));
        group.read(rule + "/versions").then().body("items.ruleVersion", contains(1, 2));
        set("{\"conditions\": []}");
        assertEquals(201, group.enroll(group.participant()).statusCode());
    }

    @Test
    void tellsWhereAConditionGoesWrong() {
        group.act(
                        rule,
                        MOTHERS_WHO_STUDY
                                .replace("\"mother\", \"reason\"", "\"mother && studnt\", \"reason\"")
                                .replace("age >= 18", "age >= 'x'"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/conditions/0/expression", "/conditions/2/expression"))
                .body("errors.code", contains("expression", "expression"))
                .body("errors[0].message", containsString("línea 1, columna 11"))
                .body("errors[0].message", containsString("studnt"));
        group.read(rule).then().statusCode(404);
    }

    @Test
    void refusesWhatIsNoRule() {
        for (String wrong : List.of(
                "{}",
                "{\"conditions\": [{\"code\": \"a\", \"expression\": \"\", \"reason\": {\"es\": \"x\"}}]}",
                "{\"conditions\": [{\"code\": \"A b\", \"expression\": \"student\", \"reason\": {\"es\": \"x\"}}]}",
                "{\"conditions\": [{\"code\": \"a\", \"expression\": \"student\"}]}",
                "{\"conditions\": [{\"code\": \"a\", \"expression\": \"student\", \"reason\": {\"es\": \"x\"}},"
                        + " {\"code\": \"a\", \"expression\": \"mother\", \"reason\": {\"es\": \"x\"}}]}")) {
            group.act(rule, wrong)
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", hasItem(containsString("/conditions")));
        }
        Caller.post(Tokens.coordinator(group.tenant, group.catalogue.center))
                .body(MOTHERS_WHO_STUDY)
                .post(rule)
                .then()
                .statusCode(403);
    }

    @Test
    void keepsNothingOfWhomNothingIsToldAnyMore() throws Exception {
        UUID woman = known("\"mother\": true,");
        Eventually.get(
                () -> kept(woman),
                found -> found.equals(List.of("{\"state\": \"03\", \"gender\": \"female\","
                        + " \"mother\": true, \"birthYear\": 1999, \"birthMonth\": 4}")));
        Broker.send(Group.PARTICIPANTS, "mx.trayecto.participant.suppressed.v1", group.tenant, woman, 2, "{}");
        Eventually.get(() -> kept(woman), found -> found.getFirst() == null);
    }

    private static List<String> kept(UUID woman) throws java.sql.SQLException {
        return Database.query("programs", "SELECT attributes FROM known_participant WHERE id = ?", woman);
    }
}

package mx.trayecto.programs.completion;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Group;
import mx.trayecto.programs.Sheet;
import mx.trayecto.programs.Told;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Completions that were recorded wrongly. */
@QuarkusTest
@TrayectoTest
class RevocationTest {
    private static final String WHY = "{\"reason\": \"wrong-date\"}";
    private static final String ON = "{\"on\": \"2024-10-11\"}";

    private Group group;

    @BeforeEach
    void begin() {
        group = new Group(10);
    }

    private Response complete(UUID woman, String module, String on) {
        return group.act(
                "/v1/enrollments/" + woman + "/completions",
                "{\"module\": \"%s\", \"on\": \"%s\"}".formatted(group.module(module), on));
    }

    private ValidatableResponse revoke(UUID completion, String body) {
        return group.act("/v1/completions/" + completion + "/revocation", body).then();
    }

    /** Graduation by one module alone. */
    private void graduatesBy(String module) {
        group.act(
                        "/v1/pathways/" + group.catalogue.pathway + "/criteria",
                        "{\"validFrom\": \"2024-10-01\", \"requiredModules\": [\"%s\"]}".formatted(module))
                .then()
                .statusCode(200);
    }

    private ValidatableResponse graduation(String query, String on) {
        return group.act("/v1/cohorts/" + group.cohort + "/graduation" + query, on)
                .then()
                .statusCode(200);
    }

    @Test
    void takesBackWhatWasRecordedWronglyAndLetsItBeRecordedAnew() {
        UUID woman = group.enrolled();
        String completions = "/v1/enrollments/" + woman + "/completions";
        UUID wrong = Group.made(complete(woman, "M3", "2024-07-01"));
        group.read(completions + "/" + wrong)
                .then()
                .body("status", equalTo("recorded"))
                .body("revocation", nullValue());
        revoke(wrong, WHY)
                .statusCode(200)
                .header("ETag", "\"v1\"")
                .body("status", equalTo("revoked"))
                .body("revocation.reason", equalTo("wrong-date"))
                .body("revocation.by", notNullValue())
                .body("revocation.at", notNullValue());
        group.read(completions).then().body("items", hasSize(0));
        group.read(completions + "?status=revoked").then().body("items.id", contains(wrong.toString()));
        group.read(completions + "/" + wrong).then().body("revocation.reason", equalTo("wrong-date"));
        group.read("/v1/enrollments/" + woman + "/progress")
                .then()
                .body("trained", equalTo(false))
                .body("modules", hasSize(0))
                .body("moduleHours", equalTo(0));

        UUID right = Group.made(complete(woman, "M3", "2024-07-09"));
        complete(woman, "M3", "2024-07-09").then().statusCode(200).body("id", equalTo(right.toString()));
        group.read(completions)
                .then()
                .body("items.id", contains(right.toString()))
                .body("items.on", contains("2024-07-09"));
        group.read("/v1/enrollments/" + woman + "/progress")
                .then()
                .body("trained", equalTo(true))
                .body("moduleHours", equalTo(12.5f));
        assertEquals("active", group.status(woman));

        List<Told> told = Told.of(Group.ENROLLMENTS, woman, 7);
        assertEquals(
                List.of(
                        "applied",
                        "enrolled",
                        "activated",
                        "module-completed",
                        "completion-revoked",
                        "activated",
                        "module-completed"),
                told.stream().map(Told::type).toList());
        JsonNode revoked = told.get(4).data();
        for (String field :
                List.of("enrollment", "participant", "cohort", "center", "program", "module", "hours", "on")) {
            assertEquals(told.get(3).data().get(field), revoked.get(field), field);
        }
        assertEquals("wrong-date", revoked.get("reason").asText());
        assertEquals("2024-07-09", told.get(5).data().get("on").asText());
        Caller.with(Tokens.auditor(group.tenant))
                .get("/v1/audit/programs?resource=" + wrong)
                .then()
                .body("items.action", hasItem("revokeCompletion"));
    }

    @Test
    void asksForAReasonAndForTheVersionThatWasReadAndIsDoneOnce() {
        UUID woman = group.enrolled();
        UUID completion = Group.made(complete(woman, "M1", "2024-07-01"));
        String path = "/v1/completions/" + completion + "/revocation";
        revoke(completion, "{}").statusCode(422).body("errors.pointer", contains("/reason"));
        revoke(completion, "{\"reason\": \"porque sí\"}")
                .statusCode(422)
                .body("errors.pointer", contains("/reason"))
                .body("errors.message[0]", startsWith("debe ser uno de: mistake, wrong-person, wrong-module, "));
        revoke(completion, "{\"reason\": \"taken-back\"}")
                .statusCode(422)
                .body("errors.pointer", contains("/reason"))
                .body("errors.code", contains("not-a-choice"));
        revoke(UUID.randomUUID(), WHY).statusCode(404);
        Caller.post(Tokens.coordinator(UUID.randomUUID()))
                .body(WHY)
                .post(path)
                .then()
                .statusCode(404);
        Caller.post(Tokens.registrar(group.tenant)).body(WHY).post(path).then().statusCode(403);
        Caller.post(group.token)
                .header("If-Match", "\"v7\"")
                .body(WHY)
                .post(path)
                .then()
                .statusCode(412);
        String key = UUID.randomUUID().toString();
        Response first = Caller.post(group.token, key)
                .header("If-Match", "\"v0\"")
                .body(WHY)
                .post(path);
        first.then().statusCode(200);
        Response again = Caller.post(group.token, key)
                .header("If-Match", "\"v0\"")
                .body(WHY)
                .post(path);
        again.then().statusCode(200).header("Idempotency-Replayed", "true");
        assertEquals(first.asString(), again.asString());
        revoke(completion, WHY).statusCode(409).body("code", equalTo("completion-revoked"));
        assertEquals(5, Told.types(woman, 5).size());
    }

    @Test
    void saysWhatAValueShouldHaveBeen() {
        UUID woman = group.enrolled();
        complete(woman, "M1", "ayer")
                .then()
                .statusCode(422)
                .body("errors.message", contains("debe ser una fecha, como 2026-01-31"));
        group.read("/v1/enrollments/" + woman + "/completions?status=void")
                .then()
                .statusCode(422)
                .body("errors.message", contains("debe ser uno de: recorded, revoked"));
    }

    @Test
    void countsForNoGraduationAnyMore() {
        graduatesBy("M1");
        UUID woman = group.enrolled();
        UUID completion = Group.made(complete(woman, "M1", "2024-07-01"));
        graduation("?dryRun=true", ON).body("graduated", contains(woman.toString()));
        revoke(completion, WHY).statusCode(200);
        graduation("?dryRun=true", ON)
                .body("graduated", hasSize(0))
                .body("notGraduated[0].missing.module", contains("M1"));
        graduation("", ON).body("graduated", hasSize(0));
        Group.made(complete(woman, "M1", "2024-07-02"));
        graduation("", ON).body("graduated", contains(woman.toString()));
    }

    @Test
    void isRefusedAsLongAsSheIsGraduatedOnIt() {
        graduatesBy("M1");
        UUID woman = group.enrolled();
        UUID needed = Group.made(complete(woman, "M1", "2024-07-01"));
        UUID besides = Group.made(complete(woman, "M2", "2024-07-01"));
        graduation("", ON).body("graduated", contains(woman.toString()));
        revoke(needed, WHY).statusCode(409).body("code", equalTo("completion-graduated"));
        revoke(besides, WHY).statusCode(200);
        group.step(woman, "graduation-revocation", "{\"on\": \"2024-10-12\", \"reason\": \"criteria-not-met\"}")
                .then()
                .statusCode(200);
        revoke(needed, WHY).statusCode(200);
        graduation("?dryRun=true", "{\"on\": \"2024-10-12\"}").body("graduated", hasSize(0));
    }

    /** Whichever comes first: nobody is graduated on what was taken back. */
    @Test
    void excludesAGraduationAtTheSameTime() throws Exception {
        graduatesBy("M1");
        for (int round = 0; round < 8; round++) {
            UUID woman = group.enrolled();
            UUID completion = Group.made(complete(woman, "M1", "2024-07-01"));
            try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<Integer> graduated =
                        both.submit(() -> group.act("/v1/cohorts/" + group.cohort + "/graduation", ON)
                                .statusCode());
                Future<Integer> revoked =
                        both.submit(() -> revoke(completion, WHY).extract().statusCode());
                assertEquals(200, graduated.get());
                assertTrue(
                        revoked.get() == (group.status(woman).equals("graduated") ? 409 : 200),
                        revoked.get() + " " + group.status(woman));
            }
        }
    }

    @Test
    void aFileSentAgainDoesNotUndoIt() {
        UUID woman = group.enrolled();
        Sheet sheet = new Sheet(group.tenant, "completions", "enrollment,module,on");
        String row = woman + ",M1,11/06/2024";
        assertEquals(List.of("2 created"), sheet.results(List.of(row)));
        String completions = "/v1/enrollments/" + woman + "/completions";
        UUID wrong = UUID.fromString(group.read(completions).path("items[0].id"));
        revoke(wrong, WHY).statusCode(200);
        assertEquals("done 1/1: 0 0 1 0", sheet.tried(List.of(row)));
        assertEquals(List.of("2 unchanged"), sheet.results(List.of(row)));
        group.read(completions).then().body("items", hasSize(0));
        String right = row.replace("11/06", "12/06");
        assertEquals(
                List.of("2 unchanged", "3 created", "4 unchanged", "5 completion-recorded"),
                sheet.results(List.of(row, right, right, row.replace("11/06", "13/06"))));
        assertEquals(List.of("2 unchanged", "3 unchanged"), sheet.results(List.of(row, right)));
        group.read(completions).then().body("items.on", contains("2024-06-12"));
    }

    @Test
    void ofManyWhoRecordItAnewOneDoes() throws Exception {
        UUID woman = group.enrolled();
        revoke(Group.made(complete(woman, "M1", "2024-07-01")), WHY).statusCode(200);
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = IntStream.range(0, 8)
                    .mapToObj(i -> all.submit(
                            () -> complete(woman, "M1", "2024-07-0" + (1 + i)).statusCode()))
                    .toList();
            int made = 0;
            for (Future<Integer> answer : answers) {
                made += answer.get() == 201 ? 1 : 0;
                assertTrue(
                        answer.get() == 201 || answer.get() == 200, answer.get().toString());
            }
            assertEquals(1, made);
        }
        group.read("/v1/enrollments/" + woman + "/completions").then().body("items", hasSize(1));
    }

    /** Whoever has her now does not see the other centre's cohort, where it was recorded. */
    @Test
    void isForThoseWhoSeeWhereItWasRecorded() {
        UUID center = group.catalogue.center("CREA-2");
        UUID there = group.open(group.catalogue.cohort("G2", center, 5));
        UUID woman = group.enrolled();
        UUID here = Group.made(complete(woman, "M1", "2024-06-15"));
        group.step(woman, "transfer", "{\"on\": \"2024-06-20\", \"cohort\": \"%s\"}".formatted(there))
                .then()
                .statusCode(200);
        UUID later = Group.made(complete(woman, "M2", "2024-06-21"));
        String theirs = Tokens.coordinator(group.tenant, center);
        for (UUID completion : List.of(here, later)) {
            Caller.post(theirs)
                    .body(WHY)
                    .post("/v1/completions/" + completion + "/revocation")
                    .then()
                    .statusCode(completion.equals(here) ? 404 : 200);
        }
        revoke(here, WHY).statusCode(200);
        Told told = Told.of(Group.ENROLLMENTS, woman, 8).getLast();
        assertEquals("completion-revoked", told.type());
        assertEquals(group.cohort.toString(), told.data().get("cohort").asText());
        first(woman, "2024-06-15"); // she has been transferred since: what was decided stays as it was
    }

    private void first(UUID woman, String on) {
        group.read("/v1/enrollments/" + woman).then().body("activatedOn", equalTo(on));
    }

    /** What made her active was of a day on which she did nothing, and all that was of earlier days came before it. */
    @Test
    void aMistypedDayStandsInTheWayOfNothing() {
        graduatesBy("M1");
        UUID woman = group.enrolled();
        UUID mistyped = Group.made(complete(woman, "M1", "2024-10-08"));
        first(woman, "2024-10-08");
        graduation("?dryRun=true", "{\"on\": \"2024-10-04\"}").body("graduated", hasSize(0));
        revoke(mistyped, WHY).statusCode(200);
        assertEquals("active", group.status(woman));
        first(woman, null);
        Group.made(complete(woman, "M1", "2024-06-28"));
        first(woman, "2024-06-28");
        graduation("", "{\"on\": \"2024-10-04\"}").body("graduated", contains(woman.toString()));
    }

    @Test
    void herFirstDayIsThatOfWhatIsLeft() {
        UUID woman = group.enrolled();
        UUID mistyped = Group.made(complete(woman, "M1", "2024-10-08"));
        Group.made(complete(woman, "M2", "2024-07-12"));
        group.roll(group.session("2024-07-05", "3"), Map.of(woman, true));
        group.roll(group.session("2024-06-20", "3"), Map.of(woman, false));
        UUID earlier = Group.made(complete(woman, "M3", "2024-06-25"));
        first(woman, "2024-10-08");
        revoke(earlier, WHY).statusCode(200);
        first(woman, "2024-10-08"); // it was not what she is active by
        revoke(mistyped, WHY).statusCode(200);
        first(woman, "2024-07-05");
        List<Told> told = Told.of(Group.ENROLLMENTS, woman, 10);
        assertEquals("activated", told.getLast().type());
        assertEquals("2024-07-05", told.getLast().data().get("on").asText());
        group.step(woman, "withdrawal", "{\"on\": \"2024-07-15\", \"reason\": \"moved\"}")
                .then()
                .statusCode(200);
    }

    @Test
    void holdsForWomenWhoLeftSince() {
        UUID woman = group.enrolled();
        UUID completion = Group.made(complete(woman, "M1", "2024-08-01"));
        group.step(woman, "withdrawal", "{\"on\": \"2024-08-15\", \"reason\": \"moved\"}")
                .then()
                .statusCode(200);
        revoke(completion, WHY).statusCode(200);
        assertEquals("withdrawn", group.status(woman));
        group.read("/v1/enrollments/" + woman + "/completions").then().body("items.status", not(hasItem("revoked")));
    }
}

package mx.trayecto.programs.completion;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Group;
import mx.trayecto.programs.Sheet;
import mx.trayecto.programs.Told;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
@TrayectoTest
class CompletionTest {
    @Test
    void completesAModuleOnceHoweverOftenItIsSaid() {
        Group group = new Group(2);
        UUID woman = group.enrolled();
        String body =
                "{\"module\": \"%s\", \"on\": \"2024-07-01\", \"source\": \"edapp\"}".formatted(group.module("M3"));
        String path = "/v1/enrollments/" + woman + "/completions";
        Response first = group.act(path, body);
        first.then()
                .statusCode(201)
                .body("moduleCode", equalTo("M3"))
                .body("hours", equalTo(12.5f))
                .body("source", equalTo("edapp"))
                .header("Location", equalTo(path + "/" + first.jsonPath().getString("id")));
        for (String again : List.of(body, body.replace("07-01", "07-09"))) {
            Response known = group.act(path, again);
            known.then().statusCode(200).header("Location", equalTo(first.header("Location")));
            assertEquals(first.asString(), known.asString());
        }
        assertEquals(first.asString(), group.read(first.header("Location")).asString());
        group.read(path).then().body("items", hasSize(1));
        group.act(path, "{\"module\": \"%s\", \"on\": \"2024-07-02\"}".formatted(group.module("M1")))
                .then()
                .statusCode(201)
                .body("source", equalTo("manual"));
        assertEquals(
                List.of("applied", "enrolled", "activated", "module-completed", "module-completed"),
                Told.types(woman, 5));
        assertEquals("active", group.status(woman));
    }

    @Test
    void answersARepeatedRequestAsItsFirstOne() {
        Group group = new Group(1);
        String path = "/v1/enrollments/" + group.enrolled() + "/completions";
        String body = "{\"module\": \"%s\", \"on\": \"2024-07-01\"}".formatted(group.module("M3"));
        for (Map.Entry<String, Integer> request :
                List.of(Map.entry("made-by-this", 201), Map.entry("known-by-then", 200))) {
            for (String replayed : new String[] {null, "true"}) {
                Response answer = Caller.with(group.token)
                        .contentType("application/json")
                        .header("Idempotency-Key", request.getKey())
                        .body(body)
                        .post(path);
                answer.then()
                        .statusCode(request.getValue())
                        .header("Idempotency-Replayed", equalTo(replayed))
                        .header(
                                "Location",
                                equalTo(path + "/" + answer.jsonPath().getString("id")));
            }
        }
        group.read(path).then().body("items", hasSize(1));
    }

    @Test
    void completesAModuleForAWholeCohortInOneCall() {
        Group group = new Group(10);
        List<UUID> women = group.enrolled(8);
        UUID module = group.module("M1");
        group.act(
                "/v1/enrollments/" + women.getFirst() + "/completions",
                "{\"module\": \"%s\", \"on\": \"2024-07-01\"}".formatted(module));
        String body = "{\"module\": \"%s\", \"on\": \"2024-07-02\", \"enrollments\": %s}"
                .formatted(module, women.stream().map(w -> "\"" + w + "\"").toList());
        String path = "/v1/cohorts/" + group.cohort + "/completions";
        group.act(path, body)
                .then()
                .statusCode(200)
                .body(
                        "completed",
                        containsInAnyOrder(
                                women.stream().skip(1).map(UUID::toString).toArray()))
                .body("unchanged", contains(women.getFirst().toString()));
        group.act(path, body)
                .then()
                .statusCode(200)
                .body("completed", hasSize(0))
                .body("unchanged", hasSize(8));
        assertEquals(List.of("applied", "enrolled", "activated", "module-completed"), Told.types(women.getLast(), 4));
    }

    @Test
    void knowsModulesAndEnrollmentsOfTheCohortOnly() {
        Group group = new Group(1);
        UUID woman = group.enrolled();
        UUID waiting = group.enrolled();
        UUID module = group.module("M1");
        String single = "{\"module\": \"%s\", \"on\": \"%s\"}";
        String path = "/v1/enrollments/" + woman + "/completions";
        group.act(path, single.formatted(UUID.randomUUID(), "2024-07-01"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/module"));
        group.act(path, single.formatted(module, "2024-06-09"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/on"));
        group.act(path, single.formatted(module, "2099-01-01"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/on"));
        group.act("/v1/enrollments/" + waiting + "/completions", single.formatted(module, "2024-07-01"))
                .then()
                .statusCode(422)
                .body("errors.code", contains("not-taking-part"));
        group.act("/v1/cohorts/" + group.cohort + "/completions", """
                {"module": "%s", "on": "2024-07-01", "enrollments": ["%s", "%s", "%s"]}""".formatted(
                                module, woman, waiting, UUID.randomUUID()))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/enrollments/1", "/enrollments/2"));
        assertEquals("enrolled", group.status(woman));
    }

    /** Told late, after she went to another cohort: by hand, for the whole cohort and in a file it counts where she was. */
    @Test
    void countsInTheCohortSheWasInThatDay() {
        Group group = new Group(5);
        UUID there = group.open(group.catalogue.cohort("G2", group.catalogue.center("CREA-2"), 5));
        UUID woman = group.enrolled();
        group.step(woman, "transfer", "{\"on\": \"2024-06-20\", \"cohort\": \"%s\"}".formatted(there))
                .then()
                .statusCode(200);
        String single = "{\"module\": \"%s\", \"on\": \"%s\"}";
        group.act("/v1/enrollments/" + woman + "/completions", single.formatted(group.module("M1"), "2024-06-15"))
                .then()
                .statusCode(201);
        String many = "{\"module\": \"%s\", \"on\": \"%s\", \"enrollments\": [\"" + woman + "\"]}";
        group.act("/v1/cohorts/" + group.cohort + "/completions", many.formatted(group.module("M2"), "2024-06-16"))
                .then()
                .statusCode(200)
                .body("completed", contains(woman.toString()));
        assertEquals(
                List.of("2 created"),
                new Sheet(group.tenant, "completions", "enrollment,module,on")
                        .results(List.of(woman + ",M3,17/06/2024")));
        group.act("/v1/enrollments/" + woman + "/completions", single.formatted(group.module("M4"), "2024-06-20"))
                .then()
                .statusCode(201);
        List<Told> told = Told.of(Group.ENROLLMENTS, woman, 8).stream()
                .filter(event -> event.type().equals("module-completed"))
                .toList();
        assertEquals(
                Stream.of(group.cohort, group.cohort, group.cohort, there)
                        .map(UUID::toString)
                        .toList(),
                told.stream().map(event -> event.data().get("cohort").asText()).toList());
        group.act("/v1/cohorts/" + group.cohort + "/completions", many.formatted(group.module("M5"), "2024-06-20"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/enrollments/0"));
        group.act("/v1/cohorts/" + there + "/completions", many.formatted(group.module("M5"), "2024-06-19"))
                .then()
                .statusCode(422)
                .body("errors.code", contains("not-taking-part"));
    }

    /** Whom she has come to sees her, but calls no roll of the other centre and completes nothing there. */
    @Test
    void isNotToldOfAnotherCentersCohort() {
        Group group = new Group(5);
        UUID center = group.catalogue.center("CREA-2");
        UUID there = group.open(group.catalogue.cohort("G2", center, 5));
        UUID woman = group.enrolled();
        group.step(woman, "transfer", "{\"on\": \"2024-06-20\", \"cohort\": \"%s\"}".formatted(there))
                .then()
                .statusCode(200);
        String theirs = Tokens.coordinator(group.tenant, center);
        String module = "{\"module\": \"" + group.module("M1") + "\", \"on\": \"%s\"%s}";
        String path = "/v1/enrollments/" + woman + "/completions";
        Caller.post(theirs)
                .body(module.formatted("2024-06-15", ""))
                .post(path)
                .then()
                .statusCode(422)
                .body("errors.code", contains("not-taking-part"));
        Caller.post(theirs)
                .body(module.formatted("2024-06-15", ", \"enrollments\": [\"" + woman + "\"]"))
                .post("/v1/cohorts/" + group.cohort + "/completions")
                .then()
                .statusCode(404);
        Caller.post(theirs)
                .body(module.formatted("2024-06-20", ""))
                .post(path)
                .then()
                .statusCode(201);
    }
}

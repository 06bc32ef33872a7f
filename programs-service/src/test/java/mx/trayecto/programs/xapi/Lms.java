package mx.trayecto.programs.xapi;

import java.util.List;
import java.util.UUID;

import io.restassured.response.ValidatableResponse;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.programs.Group;

/** The learning platform of a partner, as it speaks. */
public record Lms(Group group) {
    static final String PATH = "/v1/xapi/statements";

    /** Somebody did something to a course. */
    public static String statement(UUID id, Object account, String verb, String course, String at) {
        return """
                {"id": "%s", "version": "1.0.3",
                 "actor": {"objectType": "Agent", "account": {"homePage": "https://trayecto.example", "name": "%s"}},
                 "verb": {"id": "http://adlnet.gov/expapi/verbs/%s", "display": {"es": "hizo"}},
                 "object": {"id": "%s", "definition": {"name": {"es": "Alfabetización digital"}}},
                 "result": {"completion": true, "duration": "PT2H", "score": {"scaled": 0.9}},
                 "context": {"platform": "EdApp", "contextActivities": {}}, "timestamp": "%s"}""".formatted(id, account, verb, course, at);
    }

    /** Takes another one back, whoever of the platform's people did so. */
    public static String voiding(UUID id, UUID voided) {
        return """
                {"id": "%s", "actor": {"account": {"homePage": "https://edapp.example", "name": "administradora"}},
                 "verb": {"id": "http://adlnet.gov/expapi/verbs/voided"},
                 "object": {"objectType": "StatementRef", "id": "%s"}, "timestamp": "2024-09-01T12:00:00Z"}""".formatted(id, voided);
    }

    static String completed(UUID woman, String course, String on) {
        return statement(UUID.randomUUID(), woman, "completed", course, on + "T18:00:00Z");
    }

    ValidatableResponse send(String body) {
        return send(group.token, body);
    }

    /** The same of another platform. */
    ValidatableResponse send(String token, String body) {
        return Caller.with(token)
                .header("X-Experience-API-Version", "1.0.3")
                .contentType("application/json")
                .body(body)
                .post(PATH)
                .then();
    }

    /** Sends some that are taken in. */
    public void sent(String... statements) {
        send("[" + String.join(",", statements) + "]").statusCode(200);
    }

    ValidatableResponse retried() {
        return Caller.with(group.token).post(PATH + "/retries").then().statusCode(200);
    }

    ValidatableResponse listed(String query) {
        return group.read(PATH + query).then().statusCode(200);
    }

    /** The days on which she completed something. */
    List<String> days(UUID woman) {
        return group.read("/v1/enrollments/" + woman + "/completions")
                .jsonPath()
                .getList("items.on");
    }
}

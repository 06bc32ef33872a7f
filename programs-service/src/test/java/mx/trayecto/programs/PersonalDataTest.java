package mx.trayecto.programs;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.LogTap;
import mx.trayecto.platform.testing.TrayectoTest;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Promise S2: who works in a programme, and what is written of a woman, is found in no log, topic, table or problem. */
@QuarkusTest
@TrayectoTest
class PersonalDataTest {
    private static final String GIVEN = "Tonantzin";
    private static final String SURNAME = "Zopilotl";
    private static final String EMAIL = "canaria.programas@example.org";
    private static final String WRITTEN = "Vive en Callejón del Canario 7";
    private static final List<String> CANARIES = List.of(GIVEN, SURNAME, "Ocelotzin", EMAIL, "Callejón del Canario");

    private final List<String> problems = new ArrayList<>();

    @Test
    void leavesNoTraceOutside() throws SQLException {
        StringBuilder log = new StringBuilder();
        UUID woman = LogTap.during(log, this::exercise);
        absent("log", log.toString());
        assertFalse(problems.isEmpty());
        problems.forEach(problem -> absent("problem", problem));
        absent("metrics", given().get("/q/metrics").asString());
        for (String topic : List.of("trayecto.enrollments.v1", "trayecto.surveys.v1", "trayecto.deliveries.v1")) {
            Eventually.get(
                            () -> Broker.read(topic),
                            found -> found.stream()
                                    .anyMatch(
                                            r -> r.value() != null && r.value().contains(woman.toString())))
                    .forEach(record -> absent(topic, record.value() + record.headers()));
        }
        Broker.read("trayecto.programs.v1").forEach(record -> absent("programs", record.value() + record.headers()));
        String dump = Database.dump("programs") + Database.dump("keys");
        assertTrue(dump.contains(woman.toString()), "the dump is of the database that holds her");
        absent("dump", dump);
    }

    /** All that names somebody or is written freely; what is refused of it, too. */
    private UUID exercise() {
        Group group = new Group(3);
        UUID woman = group.enrolled();
        String path = "/v1/enrollments/" + woman;
        String staff = Kind.STAFF
                .body(group.catalogue)
                .replace("Zoraida", GIVEN)
                .replace("Quetzalcóatl", SURNAME)
                .replace("zoraida@example.org", EMAIL);
        String one = "/v1/staff/" + group.catalogue.create("/v1/staff", staff);
        Caller.patch(group.token, "\"v0\"")
                .body("{\"secondSurname\": \"Ocelotzin\"}")
                .patch(one)
                .then()
                .statusCode(200);
        group.read(one).then().statusCode(200);
        refused(422, group.act("/v1/staff", staff.replace(GIVEN, GIVEN + "\\u0000")));
        refused(400, group.act("/v1/staff", "{\"givenName\": \"" + GIVEN + "\","));

        String followUp = "{\"on\": \"2024-06-20\", \"kind\": \"%s\", \"text\": \"" + WRITTEN + "\"}";
        group.catalogue.create(path + "/follow-ups", followUp.formatted("call"));
        refused(422, group.act(path + "/follow-ups", followUp.formatted("other-than-any")));
        UUID instrument = group.catalogue.create("/v1/instruments", """
                {"code": "LIBRE", "version": 1, "kind": "entry",
                 "questions": [{"code": "suenos", "type": "text", "text": {"es": "¿Qué espera?"}}]}""");
        String answers = """
                {"instrument": "%s", "on": "2024-06-20", "answers": {"%s": "%s"}}""";
        refused(422, group.act(path + "/surveys", answers.formatted(instrument, "otra", WRITTEN)));
        group.catalogue.create(path + "/surveys", answers.formatted(instrument, "suenos", WRITTEN));
        group.catalogue.create(path + "/deliveries", "{\"kind\": \"stipend\", \"on\": \"2024-06-12\"}");

        String statement = """
                {"id": "%s", "version": "1.0.3", "timestamp": "2024-06-21T02:30:00Z",
                 "actor": {"name": "%s %s", "account": {"homePage": "https://trayecto.example", "name": "%s"}},
                 "verb": {"id": "http://adlnet.gov/expapi/verbs/completed"}, "object": {"id": "edapp-1"}}""".formatted(UUID.randomUUID(), GIVEN, SURNAME, woman);
        sent(group, statement).then().statusCode(200);
        refused(422, sent(group, statement.replace("\"account\"", "\"mbox\": \"mailto:" + EMAIL + "\", \"account\"")));
        Caller.post(group.token)
                .body("{\"name\": \"" + GIVEN + " " + SURNAME + "\"}")
                .post("/v1/credentials/" + UUID.randomUUID() + "/certificate")
                .then()
                .statusCode(404);
        return woman;
    }

    private static Response sent(Group group, String statement) {
        return Caller.with(group.token)
                .header("X-Experience-API-Version", "1.0.3")
                .contentType("application/json")
                .body(statement)
                .post("/v1/xapi/statements");
    }

    private void refused(int status, Response answer) {
        problems.add(answer.then().statusCode(status).extract().asString());
    }

    private static void absent(String where, String text) {
        for (String canary : CANARIES) {
            assertFalse(text.contains(canary), where + " holds a canary");
            String hex = HexFormat.of().formatHex(canary.getBytes(StandardCharsets.UTF_8));
            assertFalse(text.contains(hex), where + " holds a canary in hex");
        }
    }
}

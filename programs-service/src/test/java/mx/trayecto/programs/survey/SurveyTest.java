package mx.trayecto.programs.survey;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Group;
import mx.trayecto.programs.Told;
import mx.trayecto.programs.credential.Graduating;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

@QuarkusTest
@TrayectoTest
class SurveyTest {
    private static final String CANARY = "Quiero poner mi taller en Tlaquepaque";

    private static final String QUESTIONS = """
            [{"code": "ventas", "type": "money", "text": {"es": "¿Cuánto vende por semana?"}},
             {"code": "hijas", "type": "number", "text": {"es": "¿Cuántas personas dependen de usted?"}, "required": false},
             {"code": "empleo", "type": "choice", "text": {"es": "¿Tiene empleo?"},
              "options": [{"code": "si", "text": {"es": "Sí"}}, {"code": "no", "text": {"es": "No"}}]},
             {"code": "redes", "type": "multiple", "text": {"es": "¿Qué redes usa?"}, "required": false,
              "options": [{"code": "fb", "text": {"es": "Facebook"}}, {"code": "wa", "text": {"es": "WhatsApp"}}]},
             {"code": "desde", "type": "date", "text": {"es": "¿Desde cuándo?"}, "required": false},
             {"code": "confianza", "type": "scale", "from": 1, "to": 5, "text": {"es": "¿Qué tanta confianza tiene?"}},
             {"code": "suenos", "type": "text", "text": {"es": "¿Qué espera?"}, "required": false}]""";

    private static final String ANSWERS = """
            {"ventas": {"amount": "1250.50", "currency": "MXN"}, "hijas": 2, "empleo": "no", "redes": ["fb", "wa"],
             "desde": "2023-01-31", "confianza": 3, "suenos": "%s"}""".formatted(CANARY);

    @Test
    void tellsCodedAnswersAndSealsWhatWasWritten() throws Exception {
        Group group = new Group(1);
        UUID woman = group.enrolled();
        UUID instrument = instrument(group, "ENTRADA", "entry");
        Response made = answer(group, woman, instrument, ANSWERS);
        made.then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("kind", equalTo("entry"))
                .body("answers.ventas.amount", equalTo("1250.50"))
                .body("texts.suenos", equalTo(CANARY));
        UUID response = Group.made(made);

        Told told = Told.of("trayecto.surveys.v1", response, 1).getFirst();
        assertEquals("answered", told.type());
        assertEquals(1250.5, told.data().get("answers").get("ventas").doubleValue());
        assertEquals("[\"fb\",\"wa\"]", told.data().get("answers").get("redes").toString());
        assertFalse(told.data().get("answers").has("suenos"));
        assertFalse(told.data().toString().contains("Tlaquepaque"));
        for (String text : Database.query(
                "programs", "SELECT survey_response::text FROM survey_response WHERE id = ?", response)) {
            assertFalse(text.contains("Tlaquepaque"));
        }
        String path = "/v1/enrollments/" + woman + "/surveys/" + response;
        Caller.with(Tokens.registrar(group.tenant))
                .get(path)
                .then()
                .statusCode(200)
                .body("texts", nullValue());
        Caller.with(Tokens.facilitator(group.tenant)).get(path).then().body("texts.suenos", equalTo(CANARY));
    }

    @Test
    void asksEntryAndExitOnceAndTheLaterOnesOnlyOfGraduates() {
        Group group = new Group(1);
        UUID woman = group.enrolled();
        UUID entry = instrument(group, "ENTRADA", "entry");
        UUID again = instrument(group, "ENTRADA-2", "entry");
        UUID after = instrument(group, "SEGUIMIENTO", "post-graduation");
        String path = "/v1/enrollments/" + woman + "/surveys";
        String answered = path + "/" + Group.made(answer(group, woman, entry, ANSWERS));
        for (UUID instrument : List.of(entry, again)) {
            answer(group, woman, instrument, ANSWERS)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("survey-answered"))
                    .header("Location", endsWith(answered));
        }
        Caller.post(Tokens.of("surveys:write", group.tenant))
                .body("{\"instrument\": \"%s\", \"on\": \"2024-06-11\", \"answers\": %s}".formatted(entry, ANSWERS))
                .post(path)
                .then()
                .statusCode(409)
                .header("Location", nullValue());
        answer(group, woman, after, ANSWERS).then().statusCode(409).body("code", equalTo("not-graduated"));
        group.read(path).then().body("items", hasSize(1));
    }

    @Test
    void refusesAnswersThatAreNone() {
        Group group = new Group(1);
        UUID woman = group.enrolled();
        UUID instrument = instrument(group, "ENTRADA", "entry");
        Map<String, List<String>> wrong = Map.of(
                "ventas",
                        List.of(
                                "1250",
                                "{\"amount\": \"1\", \"currency\": \"USD\"}",
                                "{\"amount\": \"-1\", \"currency\": \"MXN\"}",
                                "{\"amount\": 1, \"currency\": \"MXN\"}",
                                "{\"amount\": \"1e9\", \"currency\": \"MXN\"}",
                                "{\"amount\": 1e99999, \"currency\": \"MXN\"}"),
                "hijas",
                        List.of(
                                "\"dos\"",
                                "1e30",
                                "true",
                                "[1]",
                                "1e99999",
                                "-1e99999",
                                "0e99999",
                                "0e-99999",
                                "1e-99999",
                                "0e2147483647",
                                "1e999999999",
                                "0." + "0".repeat(200),
                                "1".repeat(200)),
                "empleo", List.of("\"quizá\"", "[\"si\"]", "1"),
                "redes", List.of("\"fb\"", "[\"fb\", \"fb\"]", "[\"tw\"]", "[1]"),
                "desde", List.of("\"31-01-2023\"", "\"2023-02-30\"", "\"0001-01-01\"", "20230131"),
                "confianza", List.of("0", "6", "2.5", "\"3\"", "3e0", "1e99999", "0e-99999"),
                "suenos", List.of("1", "\"\"", "\"\\u0007\"", "\"" + "x".repeat(4001) + "\""));
        wrong.forEach((question, answers) ->
                answers.forEach(value -> answer(group, woman, instrument, with(question, value))
                        .then()
                        .statusCode(422)
                        .body("errors.pointer", contains("/answers/" + question))));
        answer(group, woman, instrument, "{\"otra\": 1}")
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/answers", "/answers/ventas", "/answers/empleo", "/answers/confianza"))
                .body("errors.code", containsInAnyOrder("unknown-question", "required", "required", "required"));
        group.read("/v1/enrollments/" + woman + "/surveys").then().body("items", hasSize(0));
    }

    /** To tick nothing is no answer, unless none is required. */
    @Test
    void refusesAnEmptyChoiceWhereAnAnswerIsRequired() {
        Group group = new Group(2);
        String networks = """
                {"code": "REDES", "version": 1, "kind": "%s", "questions": [
                  {"code": "redes", "type": "multiple", "text": {"es": "¿Qué redes usa?"}, "required": %s,
                   "options": [{"code": "fb", "text": {"es": "Facebook"}}, {"code": "no", "text": {"es": "Ninguna"}}]}]}""";
        UUID required = group.catalogue.create("/v1/instruments", networks.formatted("entry", true));
        UUID optional = group.catalogue.create(
                "/v1/instruments", networks.formatted("exit", false).replace("REDES", "REDES-2"));
        UUID woman = group.enrolled();
        answer(group, woman, required, "{\"redes\": []}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/answers/redes"))
                .body("errors.code", contains("required"));
        answer(group, woman, required, "{\"redes\": [\"no\"]}").then().statusCode(201);
        answer(group, woman, optional, "{\"redes\": []}").then().statusCode(201);
    }

    @Test
    void isOfAfterTheGraduationOnlyFromItOn() {
        Group group = new Group(1);
        UUID woman = Graduating.byException(group);
        UUID after = instrument(group, "SEGUIMIENTO", "post-graduation");
        String path = "/v1/enrollments/" + woman + "/surveys";
        String body = "{\"instrument\": \"%s\", \"on\": \"%s\", \"answers\": %s}";
        group.act(path, body.formatted(after, "2024-10-10", ANSWERS))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/on"))
                .body("errors.code", contains("before-graduation"));
        UUID response = Group.made(group.act(path, body.formatted(after, "2024-10-11", ANSWERS)));
        Caller.put(group.token, group.read(path + "/" + response).header("ETag"))
                .body("{\"on\": \"2024-10-01\", \"reason\": \"mistake\", \"answers\": %s}".formatted(ANSWERS))
                .put(path + "/" + response)
                .then()
                .statusCode(422)
                .body("errors.code", contains("before-graduation"));
    }

    @Test
    void correctsAllAnswersWithAReason() {
        Group group = new Group(1);
        UUID woman = group.enrolled();
        UUID response = Group.made(answer(group, woman, instrument(group, "ENTRADA", "entry"), ANSWERS));
        String path = "/v1/enrollments/" + woman + "/surveys/" + response;
        String body = "{\"on\": \"2024-06-12\", \"reason\": \"mistake\", \"answers\": %s}";
        Caller.put(group.token, group.read(path).header("ETag"))
                .body(body.formatted(with("confianza", "5")))
                .put(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"v1-text\"")
                .body("answers.confianza", equalTo(5));
        Told told = Told.of("trayecto.surveys.v1", response, 2).getLast();
        assertEquals("corrected", told.type());
        assertEquals(5, told.data().get("answers").get("confianza").asInt());
        Caller.put(group.token, "\"v0\"")
                .body(body.formatted(ANSWERS))
                .put(path)
                .then()
                .statusCode(412);
    }

    /** No event tells of it: the language of a people tells whom she is one of, which only her consent opens. */
    @Test
    void keepsTheLanguageSheAnsweredInAndRequiresTheSameAnswersInIt() throws Exception {
        Group group = new Group(1);
        UUID woman = group.enrolled();
        UUID instrument = instrument(group, "ENTRADA", "entry");
        String path = "/v1/enrollments/" + woman + "/surveys";
        String body = "{\"instrument\": \"%s\", \"on\": \"2024-06-11\", \"language\": \"%s\", \"answers\": %s}";
        for (String none : List.of("spa", "eng", "zapoteco", "1", "")) {
            group.act(path, body.formatted(instrument, none, ANSWERS))
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/language"));
        }
        group.act(path, body.formatted(instrument, "zap", "{\"empleo\": \"no\"}"))
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/answers/ventas", "/answers/confianza"));
        Response made = group.act(path, body.formatted(instrument, "zap", ANSWERS));
        UUID response = Group.made(made);
        group.read(path + "/" + response).then().body("language", equalTo("zap"));
        assertFalse(Told.of("trayecto.surveys.v1", response, 1)
                .getFirst()
                .data()
                .toString()
                .contains("zap"));
        Caller.put(group.token, made.header("ETag"))
                .body("{\"on\": \"2024-06-12\", \"reason\": \"mistake\", \"language\": \"0411\", \"answers\": %s}"
                        .formatted(ANSWERS))
                .put(path + "/" + response)
                .then()
                .statusCode(200)
                .body("language", equalTo("0411"));
        Caller.put(group.token, group.read(path + "/" + response).header("ETag"))
                .body("{\"on\": \"2024-06-12\", \"reason\": \"mistake\", \"answers\": %s}".formatted(ANSWERS))
                .put(path + "/" + response)
                .then()
                .statusCode(200)
                .body("language", equalTo("0411")); // a correction of something else leaves it
    }

    private static String with(String question, String value) {
        return ANSWERS.replaceFirst(
                "(?s)\"" + question + "\": (\\{[^}]*}|\\[[^]]*]|\"[^\"]*\"|\\d+)",
                java.util.regex.Matcher.quoteReplacement("\"" + question + "\": " + value));
    }

    private static UUID instrument(Group group, String code, String kind) {
        return group.catalogue.create(
                "/v1/instruments",
                "{\"code\": \"%s\", \"version\": 1, \"kind\": \"%s\", \"questions\": %s}"
                        .formatted(code, kind, QUESTIONS));
    }

    private static Response answer(Group group, UUID woman, UUID instrument, String answers) {
        return group.act(
                "/v1/enrollments/" + woman + "/surveys",
                "{\"instrument\": \"%s\", \"on\": \"2024-06-11\", \"answers\": %s}".formatted(instrument, answers));
    }
}

package mx.trayecto.programs.survey;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Group;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

/** Questions that hang on earlier answers, and when instruments are due. */
@QuarkusTest
@TrayectoTest
class SkipTest {
    private static final String INSTRUMENT = """
            {"code": "SALIDA", "version": 1, "kind": "exit", "title": {"es": "Encuesta de salida"}, "questions": [
              {"code": "empleo", "type": "choice", "text": {"es": "¿Tiene empleo?"},
               "options": [{"code": "si", "text": {"es": "Sí"}}, {"code": "no", "text": {"es": "No"}}]},
              {"code": "sueldo", "type": "number", "text": {"es": "¿Cuánto gana al mes?"},
               "askedIf": [{"question": "empleo", "answers": ["si"]}]},
              {"code": "prestaciones", "type": "choice", "text": {"es": "¿Tiene prestaciones?"},
               "options": [{"code": "si", "text": {"es": "Sí"}}, {"code": "no", "text": {"es": "No"}}],
               "askedIf": [{"question": "sueldo", "from": 5000}]}]}""";

    private Group group;

    @BeforeEach
    void begin() {
        group = new Group(5);
    }

    private UUID published() {
        return group.catalogue.create("/v1/instruments", INSTRUMENT);
    }

    private ValidatableResponse answer(UUID woman, UUID instrument, String answers) {
        return group.act("/v1/enrollments/" + woman + "/surveys", """
                        {"instrument": "%s", "on": "2024-06-20", "answers": %s}""".formatted(instrument, answers))
                .then();
    }

    @Test
    void whatIsNotAskedIsNotRequiredAndNotAnswered() {
        UUID instrument = published();
        UUID woman = group.enrolled();
        answer(woman, instrument, "{\"empleo\": \"no\", \"sueldo\": 4000}")
                .statusCode(422)
                .body("errors.pointer", contains("/answers/sueldo"))
                .body("errors.code", contains("not-asked"));
        answer(woman, instrument, "{\"empleo\": \"si\"}")
                .statusCode(422)
                .body("errors.pointer", contains("/answers/sueldo"))
                .body("errors.code", contains("required"));
        answer(woman, instrument, "{\"empleo\": \"si\", \"sueldo\": 5000}")
                .statusCode(422)
                .body("errors.pointer", contains("/answers/prestaciones"));
        answer(woman, instrument, "{\"empleo\": \"no\"}").statusCode(201);
        answer(group.enrolled(), instrument, "{\"empleo\": \"si\", \"sueldo\": 4999.5}")
                .statusCode(201);
        answer(group.enrolled(), instrument, "{\"empleo\": \"si\", \"sueldo\": 5000, \"prestaciones\": \"si\"}")
                .statusCode(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'empleo', 'answers': ['si'] | 'prestaciones', 'answers': ['si'] | /questions/1/askedIf/0/question",
                "'empleo', 'answers': ['si'] | 'empleo', 'answers': ['quizas'] | /questions/1/askedIf/0",
                "'empleo', 'answers': ['si'] | 'empleo', 'from': 1 | /questions/1/askedIf/0",
                "'sueldo', 'from': 5000 | 'sueldo' | /questions/2/askedIf/0",
                "'sueldo', 'from': 5000 | 'sueldo', 'answers': ['si'] | /questions/2/askedIf/0"
            })
    void refusesWhatCannotHold(String told, String instead, String pointer) {
        group.act("/v1/instruments", INSTRUMENT.replace(told.replace('\'', '"'), instead.replace('\'', '"')))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void tellsWhoHasYetToAnswer() {
        UUID instrument = published();
        UUID entry = group.catalogue.create(
                "/v1/instruments", INSTRUMENT.replace("SALIDA", "ENTRADA").replace("\"exit\"", "\"entry\""));
        UUID later = group.catalogue.create(
                "/v1/instruments",
                INSTRUMENT.replace("SALIDA", "POSTERIOR").replace("\"exit\"", "\"post-graduation\""));
        String cohort = "/v1/cohorts/" + group.cohort;
        Caller.patch(group.token, group.read(cohort).header("ETag"))
                .body("""
                        {"surveys": [{"instrument": "%s", "counted": "enrolment", "due": 14},
                                     {"instrument": "%s", "counted": "cohort-end", "opens": -14, "due": 3000},
                                     {"instrument": "%s", "counted": "graduation", "opens": 80, "due": 100}]}""".formatted(entry, instrument, later))
                .patch(cohort)
                .then()
                .statusCode(200)
                .body("surveys.instrument", contains(entry.toString(), instrument.toString(), later.toString()));
        UUID woman = group.enrolled();
        answer(woman, instrument, "{\"empleo\": \"no\"}").statusCode(201);
        UUID other = group.enrolled();
        group.read(cohort + "/surveys")
                .then()
                .statusCode(200)
                .body("items.enrollment", containsInAnyOrder(woman.toString(), other.toString()))
                .body(
                        "items.find { it.enrollment == '" + woman + "' }.surveys.state",
                        contains("overdue", "answered", "ahead"))
                .body(
                        "items.find { it.enrollment == '" + other + "' }.surveys.state",
                        contains("overdue", "open", "ahead"))
                .body("items[0].surveys[0].dueOn", equalTo("2024-06-24"))
                .body(
                        "items[0].surveys[1].dueOn",
                        equalTo(LocalDate.of(2024, 10, 11).plusDays(3000).toString()))
                .body("items[0].surveys[2].dueOn", nullValue());
    }

    /** A schedule that moves on to another version, or another schedule after a transfer, asks nobody twice. */
    @Test
    void whoAnsweredAnotherVersionHasAnswered() {
        UUID exit = published();
        String later = INSTRUMENT.replace("SALIDA", "POSTERIOR").replace("\"exit\"", "\"post-graduation\"");
        UUID woman = group.enrolled();
        answer(woman, exit, "{\"empleo\": \"no\"}").statusCode(201);
        UUID other = group.enrolled();
        schedule(group.cohort, version(INSTRUMENT, 2), version(later, 1));
        due(group.cohort, woman).body("surveys.state", contains("answered", "ahead"));
        due(group.cohort, other).body("surveys.state", contains("overdue", "ahead"));

        UUID graduate = group.enrolled();
        UUID first = version(later.replace("POSTERIOR", "ANUAL"), 1);
        group.act(
                "/v1/pathways/" + group.catalogue.pathway + "/criteria",
                "{\"validFrom\": \"2024-10-01\", \"requiredModules\": [\"M1\"]}");
        group.act(
                "/v1/enrollments/" + graduate + "/completions",
                "{\"module\": \"%s\", \"on\": \"2024-07-01\"}".formatted(group.module("M1")));
        group.act("/v1/cohorts/" + group.cohort + "/graduation", "{\"on\": \"2024-10-11\"}")
                .then()
                .statusCode(200);
        group.act("/v1/enrollments/" + graduate + "/surveys", """
                        {"instrument": "%s", "on": "2025-01-20", "answers": {"empleo": "no"}}""".formatted(first))
                .then()
                .statusCode(201);
        schedule(
                group.cohort,
                version(later.replace("POSTERIOR", "OTRA"), 1),
                version(later.replace("POSTERIOR", "ANUAL"), 2));
        due(group.cohort, graduate).body("surveys.state", contains("overdue", "answered"));
    }

    private UUID version(String instrument, int version) {
        return group.catalogue.create(
                "/v1/instruments", instrument.replace("\"version\": 1", "\"version\": " + version));
    }

    private void schedule(UUID cohort, UUID one, UUID graduates) {
        Caller.patch(group.token, group.read("/v1/cohorts/" + cohort).header("ETag"))
                .body("""
                        {"surveys": [{"instrument": "%s", "counted": "enrolment", "due": 14},
                                     {"instrument": "%s", "counted": "graduation", "opens": 80, "due": 100}]}""".formatted(one, graduates))
                .patch("/v1/cohorts/" + cohort)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse due(UUID cohort, UUID woman) {
        return group.read("/v1/cohorts/" + cohort + "/surveys")
                .then()
                .statusCode(200)
                .root("items.find { it.enrollment == '" + woman + "' }");
    }

    @Test
    void aScheduleNamesInstrumentsThatAreKnownAndDaysInTheirOrder() {
        String cohort = "/v1/cohorts/" + group.cohort;
        Map.of(
                        "{\"surveys\": [{\"instrument\": \"" + UUID.randomUUID()
                                + "\", \"counted\": \"enrolment\", \"due\": 1}]}",
                        "/surveys/0/instrument",
                        "{\"surveys\": [{\"instrument\": \"" + published()
                                + "\", \"counted\": \"enrolment\", \"opens\": 5, \"due\": 1}]}",
                        "/surveys/0/due")
                .forEach((patch, pointer) -> Caller.patch(
                                group.token, group.read(cohort).header("ETag"))
                        .body(patch)
                        .patch(cohort)
                        .then()
                        .statusCode(422)
                        .body("errors.pointer", contains(pointer)));
    }
}

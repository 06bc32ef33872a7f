package mx.trayecto.programs.instrument;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Catalogue;
import mx.trayecto.programs.Kind;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@TrayectoTest
class InstrumentTest {
    @Test
    void keepsItsQuestionsInOrderWithTheirTypes() {
        Catalogue catalogue = new Catalogue();
        String instrument = "/v1/instruments/" + catalogue.create("/v1/instruments", Kind.INSTRUMENT.body(catalogue));
        Caller.with(catalogue.coordinator)
                .get(instrument)
                .then()
                .statusCode(200)
                .header("ETag", "\"v1\"")
                .body("questions.code", contains("ventas", "empleo", "confianza"))
                .body("questions.type", contains("money", "choice", "scale"))
                .body("questions.required", contains(true, false, true));
    }

    private static final String IN_FOUR_LANGUAGES = """
            {"code": "ENTRADA", "version": 1, "kind": "entry",
             "title": {"es": "Encuesta", "en": "Survey",
               "otherLanguages": [{"language": "zap", "text": "Diidxa"}, {"language": "0101", "text": "Tlajtlanilistli"}]},
             "questions": [
              {"code": "empleo", "type": "choice",
               "text": {"es": "¿Tiene empleo?", "en": "Have you a job?", "otherLanguages": [
                 {"language": "zap", "text": "¿Nuu dxiiña lu'?"}, {"language": "0101", "text": "¿Tikpia tekitl?"}]},
               "options": [
                 {"code": "si", "text": {"es": "Sí", "en": "Yes", "otherLanguages": [
                   {"language": "zap", "text": "Nuu"}, {"language": "0101", "text": "Kema"}]}},
                 {"code": "no", "text": {"es": "No", "en": "No", "otherLanguages": [
                   {"language": "zap", "text": "Co'"}, {"language": "nhi", "text": "Amo"}]}}]}]}""";

    /** One option has no Náhuatl of grouping 0101: nobody is asked half in one language and half in another. */
    @Test
    void isReadInALanguageThatAllOfItIsWordedInAndElseInSpanish() {
        Catalogue catalogue = new Catalogue();
        String instrument = "/v1/instruments/" + catalogue.create("/v1/instruments", IN_FOUR_LANGUAGES);
        reading(catalogue, instrument + "?language=zap", null)
                .header("ETag", "\"v1-zap\"")
                .body("languages", contains("es", "en", "zap"))
                .body("reading.language", equalTo("zap"), "reading.title", equalTo("Diidxa"))
                .body("reading.questions[0].code", equalTo("empleo"))
                .body("reading.questions[0].text", equalTo("¿Nuu dxiiña lu'?"))
                .body("reading.questions[0].options.code", contains("si", "no"))
                .body("reading.questions[0].options.text", contains("Nuu", "Co'"))
                .body("questions[0].text.es", equalTo("¿Tiene empleo?"))
                .body("questions[0].text.otherLanguages.language", contains("zap", "0101"));
        reading(catalogue, instrument, "zap, es;q=0.5").body("reading.language", equalTo("zap"));
        reading(catalogue, instrument, "nah, en-GB;q=0.8, es;q=0.5")
                .header("Vary", containsString("Accept-Language"))
                .body("reading.language", equalTo("en"), "reading.questions[0].text", equalTo("Have you a job?"));
        reading(catalogue, instrument + "?language=en", "zap").body("reading.language", equalTo("en"));
        for (String spanish : List.of("", "?language=0101", "?language=nhi", "?language=yua")) {
            reading(catalogue, instrument + spanish, spanish.isEmpty() ? "yua, ;;q=no" : "en")
                    .header("ETag", "\"v1\"")
                    .body("reading.language", equalTo("es"), "reading.questions[0].text", equalTo("¿Tiene empleo?"));
        }
        Caller.with(catalogue.coordinator)
                .header("If-None-Match", "\"v1-zap\"")
                .get(instrument + "?language=en")
                .then()
                .statusCode(200);
        Caller.with(catalogue.coordinator)
                .get(instrument + "?language=spa")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("language"));
        Caller.with(catalogue.coordinator)
                .get("/v1/instruments")
                .then()
                .body("items[0].languages", contains("es", "en", "zap"))
                .body("items[0].containsKey('reading')", equalTo(false));
    }

    /** INALI's groupings are no tags of the web: no header asks for one, the query does. */
    @Test
    void isReadInAGroupingOfInaliWhereTheQueryAsksForIt() {
        Catalogue catalogue = new Catalogue();
        String instrument = "/v1/instruments/"
                + catalogue.create("/v1/instruments", IN_FOUR_LANGUAGES.replace("\"nhi\"", "\"0101\""));
        for (String header : List.of("und", "0101", "*", "x-0101", "und;q=0.5, zz")) {
            reading(catalogue, instrument, header).body("reading.language", equalTo("es"));
        }
        reading(catalogue, instrument + "?language=0101", "und")
                .body(
                        "reading.language",
                        equalTo("0101"),
                        "reading.questions[0].options.text",
                        contains("Kema", "Amo"));
    }

    @Test
    void isPutIntoEachLanguageOnceAndIntoSpanishAlways() {
        Catalogue catalogue = new Catalogue();
        Map.of(
                        "{\"language\": \"spa\", \"text\": \"Encuesta\"}",
                        "/title/otherLanguages/1/language",
                        "{\"language\": \"zap\", \"text\": \"Diidxa\"}",
                        "/title/otherLanguages",
                        "{\"language\": \"nhi\", \"text\": \"\"}",
                        "/title/otherLanguages/1/text")
                .forEach((translation, pointer) -> refused(
                        catalogue,
                        IN_FOUR_LANGUAGES.replace(
                                "{\"language\": \"0101\", \"text\": \"Tlajtlanilistli\"}", translation),
                        pointer));
        refused(catalogue, IN_FOUR_LANGUAGES.replace("\"es\": \"¿Tiene empleo?\", ", ""), "/questions/0/text/es");
    }

    private static void refused(Catalogue catalogue, String body, String pointer) {
        Caller.post(catalogue.coordinator)
                .body(body)
                .post("/v1/instruments")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains(pointer));
    }

    private static ValidatableResponse reading(Catalogue catalogue, String path, String acceptLanguage) {
        RequestSpecification request = Caller.with(catalogue.coordinator);
        return (acceptLanguage == null ? request : request.header("Accept-Language", acceptLanguage))
                .get(path)
                .then()
                .statusCode(200);
    }

    @Test
    void neverChangesButInANewVersion() {
        Catalogue catalogue = new Catalogue();
        String body = Kind.INSTRUMENT.body(catalogue);
        String instrument = "/v1/instruments/" + catalogue.create("/v1/instruments", body);
        Caller.patch(catalogue.coordinator, "\"v1\"")
                .body("{\"code\": \"X\"}")
                .patch(instrument)
                .then()
                .statusCode(405);
        Caller.post(catalogue.coordinator)
                .body(body)
                .post("/v1/instruments")
                .then()
                .statusCode(409)
                .body("code", equalTo("already-exists"))
                .header("Location", endsWith(instrument));
        catalogue.create("/v1/instruments", body.replace("\"version\": 1", "\"version\": 2"));
    }
}

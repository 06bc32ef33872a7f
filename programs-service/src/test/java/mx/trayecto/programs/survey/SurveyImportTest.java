package mx.trayecto.programs.survey;

import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Group;
import mx.trayecto.programs.Sheet;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** A state office hands over what its women answered. */
@QuarkusTest
@TrayectoTest
class SurveyImportTest {
    private static final String INSTRUMENT = """
            {"code": "ENTRADA", "version": %d, "kind": "entry", "title": {"es": "Encuesta"}, "questions": [
              {"code": "ventas", "type": "money", "text": {"es": "¿Cuánto vende por semana?"}},
              {"code": "hijas", "type": "number", "text": {"es": "¿Cuántas dependen de usted?"}, "required": false},
              {"code": "redes", "type": "multiple", "text": {"es": "¿Qué redes usa?"}, "required": false,
               "options": [{"code": "fb", "text": {"es": "Facebook"}}, {"code": "wa", "text": {"es": "WhatsApp"}}]},
              {"code": "desde", "type": "date", "text": {"es": "¿Desde cuándo?"}, "required": false},
              {"code": "confianza", "type": "scale", "from": 1, "to": 5, "text": {"es": "¿Qué tanta confianza?"}},
              {"code": "suenos", "type": "text", "text": {"es": "¿Qué espera?"}, "required": false}]}""";
    private static final String HEADING = "enrollment,instrument,on,answers.ventas,answers.hijas,answers.redes,"
            + "answers.desde,answers.confianza,answers.suenos";

    private Group group;
    private Sheet sheet;

    @BeforeEach
    void begin() {
        group = new Group(10);
        sheet = new Sheet(group.tenant, "surveys", HEADING);
        group.catalogue.create("/v1/instruments", INSTRUMENT.formatted(1));
    }

    @Test
    void keepsTheAnswersOfEachOnceAndSealsWhatWasWritten() throws Exception {
        UUID woman = group.enrolled();
        UUID other = group.enrolled();
        List<String> rows = List.of(
                woman + ",ENTRADA,11/06/2024,\"$1,250.50\",2.50,fb | wa,31/01/2023,3,Un taller en Tlaquepaque",
                other + ",ENTRADA,11/06/2024,900,,,,5,");
        assertEquals("done 2/2: 2 0 0 0", sheet.tried(rows));
        group.read("/v1/enrollments/" + woman + "/surveys").then().body("items", hasSize(0));
        assertEquals("done 2/2: 2 0 0 0", sheet.imported(rows));
        assertEquals("done 2/2: 0 0 2 0", sheet.imported(rows));
        group.read("/v1/enrollments/" + woman + "/surveys")
                .then()
                .body("items", hasSize(1))
                .body("items[0].on", equalTo("2024-06-11"))
                .body("items[0].answers.ventas.amount", equalTo("1250.50"))
                .body("items[0].answers.hijas", equalTo(2.5f))
                .body("items[0].answers.redes", contains("fb", "wa"))
                .body("items[0].answers.desde", equalTo("2023-01-31"))
                .body("items[0].texts.suenos", equalTo("Un taller en Tlaquepaque"));
        assertFalse(Database.query(
                        "programs", "SELECT survey_response::text FROM survey_response WHERE enrollment_id = ?", woman)
                .toString()
                .contains("Tlaquepaque"));
    }

    @Test
    void keepsTheLanguageThatIsSaid() {
        UUID woman = group.enrolled();
        Sheet told = new Sheet(group.tenant, "surveys", "language," + HEADING);
        String row = woman + ",ENTRADA,11/06/2024,900,,,,5,";
        assertEquals(
                List.of("2 /language pattern", "3 created"), told.results(List.of("zapoteco," + row, "zap," + row)));
        assertEquals(List.of("2 survey-answered", "3 unchanged"), told.results(List.of("nhi," + row, "zap," + row)));
        assertEquals(List.of("2 unchanged"), sheet.results(List.of(row)));
        group.read("/v1/enrollments/" + woman + "/surveys").then().body("items.language", contains("zap"));
    }

    @Test
    void leavesOtherAnswersAsTheyAre() {
        String row = group.enrolled() + ",ENTRADA,11/06/2024,900,,,,5,Nada";
        assertEquals(List.of("2 created"), sheet.results(List.of(row)));
        assertEquals(
                List.of("2 survey-answered", "3 survey-answered", "4 survey-answered", "5 unchanged"),
                sheet.results(List.of(
                        row.replace(",5,", ",4,"), row.replace("Nada", "Todo"), row.replace("11/06", "12/06"), row)));
    }

    @Test
    void tellsWhyItRefusesARowAndTakesTheOthers() {
        UUID woman = group.enrolled();
        UUID foreign = new Group(1).enrolled();
        assertEquals(
                List.of(
                        "2 /enrollment unknown-reference",
                        "3 /instrument unknown-reference",
                        "4 /answers/ventas answer",
                        "5 /answers/confianza required",
                        "6 /answers/redes answer",
                        "7 /on before-application",
                        "8 created"),
                sheet.results(List.of(
                        foreign + ",ENTRADA,11/06/2024,900,,,,5,",
                        woman + ",SALIDA,11/06/2024,900,,,,5,",
                        woman + ",ENTRADA,11/06/2024,mucho,,,,5,",
                        woman + ",ENTRADA,11/06/2024,900,,,,,",
                        woman + ",ENTRADA,11/06/2024,900,,tw,,5,",
                        woman + ",ENTRADA,11/01/2024,900,,,,5,",
                        woman + ",ENTRADA,11/06/2024,900,,,,5,")));
    }

    @Test
    void asksForTheVersionWhereACodeHasSeveral() {
        UUID woman = group.enrolled();
        UUID second = group.catalogue.create("/v1/instruments", INSTRUMENT.formatted(2));
        String line = """
                {"enrollment": "%s", "instrument": "%s", "on": "2024-06-11", "answers": {"confianza": 3,
                 "ventas": {"amount": "9", "currency": "MXN"}}}""".replace("\n", "");
        String versioned = line.replace("\"on\"", "\"instrumentVersion\": 2, \"on\"");
        assertEquals(
                List.of("1 /instrument ambiguous", "2 created", "3 unchanged"),
                sheet.lines(
                        line.formatted(woman, "ENTRADA"),
                        versioned.formatted(woman, "ENTRADA"),
                        line.formatted(woman, second)));
    }

    @Test
    void findsNoWomanOfAnotherCenter() {
        UUID elsewhere = group.catalogue.center("CREA-2");
        assertEquals(
                List.of("2 /enrollment unknown-reference"),
                new Sheet(Tokens.of("imports:write", group.tenant, elsewhere), "surveys", HEADING)
                        .results(List.of(group.enrolled() + ",ENTRADA,11/06/2024,900,,,,5,")));
    }
}

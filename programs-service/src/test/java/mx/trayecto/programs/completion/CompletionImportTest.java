package mx.trayecto.programs.completion;

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
import mx.trayecto.programs.Told;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** A state office hands over which modules its women have completed. */
@QuarkusTest
@TrayectoTest
class CompletionImportTest {
    private static final String HEADING = "enrollment,participant,cohort,module,on,source";

    private Group group;
    private Sheet sheet;

    @BeforeEach
    void begin() {
        group = new Group(10);
        sheet = new Sheet(group.tenant, "completions", HEADING);
    }

    private String participant(UUID enrollment) {
        return group.read("/v1/enrollments/" + enrollment).path("participant");
    }

    @Test
    void completesEachOnceByWhicheverNameAndChangesNothingWhenItComesAgain() {
        List<UUID> women = group.enrolled(2);
        List<String> rows = List.of(
                women.get(0) + ",,,M1,11/06/2024,",
                "," + participant(women.get(1)) + ",G1,M1,12/06/2024,excel-2024",
                "," + participant(women.get(1)) + "," + group.cohort + "," + group.module("M2") + ",2024-06-13,");
        assertEquals("done 3/3: 3 0 0 0", sheet.tried(rows));
        group.read("/v1/enrollments/" + women.get(0) + "/completions").then().body("items", hasSize(0));
        assertEquals("enrolled", group.status(women.get(0)));
        assertEquals("done 3/3: 3 0 0 0", sheet.imported(rows));
        assertEquals("done 3/3: 0 0 3 0", sheet.imported(rows));
        group.read("/v1/enrollments/" + women.get(1) + "/completions")
                .then()
                .body("items.moduleCode", contains("M1", "M2"))
                .body("items.on", contains("2024-06-12", "2024-06-13"))
                .body("items.source", contains("excel-2024", "manual"));
        assertEquals(
                List.of("applied", "enrolled", "activated", "module-completed", "module-completed"),
                Told.types(women.get(1), 5));
    }

    @Test
    void tellsWhyItRefusesARowAndTakesTheOthers() {
        UUID woman = group.enrolled();
        UUID foreign = new Group(1).enrolled();
        assertEquals(
                List.of(
                        "2 /enrollment unknown-reference",
                        "3 /module not-on-pathway",
                        "4 /on before-cohort",
                        "5 /on future",
                        "6 created",
                        "7 /on type",
                        "8 /enrollment required",
                        "9 /cohort unknown-reference",
                        "10 /on required"),
                sheet.results(List.of(
                        foreign + ",,,M1,11/06/2024,",
                        woman + ",,,M9,11/06/2024,",
                        woman + ",,,M1,09/06/2024,",
                        woman + ",,,M1,2099-01-01,",
                        woman + ",,,M1,11/06/2024,",
                        woman + ",,,M2,ayer,",
                        "," + participant(woman) + ",,M2,11/06/2024,",
                        "," + participant(woman) + ",G9,M2,11/06/2024,",
                        woman + ",,,M2,,")));
        group.read("/v1/enrollments/" + woman + "/completions").then().body("items.moduleCode", contains("M1"));
    }

    @Test
    void refusesAnotherDayOrSourceThanIsRecorded() {
        UUID woman = group.enrolled();
        String row = woman + ",,,M1,11/06/2024,";
        assertEquals(
                List.of("2 created", "3 completion-recorded", "4 completion-recorded", "5 unchanged"),
                sheet.results(List.of(row, row.replace("11/06", "12/06"), row + "edapp", row + "manual")));
        group.read("/v1/enrollments/" + woman + "/completions").then().body("items.on", contains("2024-06-11"));
    }

    @Test
    void refusesARowThatContradictsItself() throws Exception {
        UUID woman = group.enrolled();
        UUID other = group.open(group.catalogue.cohort("G2", 2));
        String hers = participant(woman);
        String theirs = participant(group.enrolled());
        Sheet with = new Sheet(group.tenant, "completions", "enrollment,participant,cohort,program,module,on");
        assertEquals(
                List.of(
                        "2 /participant contradicts-enrollment",
                        "3 /cohort contradicts-enrollment",
                        "4 /cohort contradicts-enrollment",
                        "5 /program contradicts-enrollment",
                        "6 created",
                        "7 unchanged"),
                with.results(List.of(
                        woman + "," + theirs + ",,,M1,11/06/2024",
                        woman + ",,G2,,M1,11/06/2024",
                        woman + "," + hers + "," + other + ",SCE,M1,11/06/2024",
                        woman + ",,G1,FM,M1,11/06/2024",
                        woman + "," + hers + ",G1,SCE,M1,11/06/2024",
                        woman + "," + hers + "," + group.cohort + ",,M1,11/06/2024")));
        Database.query("programs", "UPDATE enrollment SET record_hidden = true WHERE id = ? RETURNING id", woman);
        assertEquals(
                List.of("2 /participant contradicts-enrollment"),
                with.results(List.of(woman + "," + hers + ",G1,SCE,M1,11/06/2024")),
                "a right guess is not told from a wrong one");
    }

    @Test
    void findsNoWomanOfAnotherCenter() {
        UUID woman = group.enrolled();
        UUID elsewhere = group.catalogue.center("CREA-2");
        Sheet theirs = new Sheet(Tokens.of("imports:write", group.tenant, elsewhere), "completions", HEADING);
        assertEquals(
                List.of("2 /enrollment unknown-reference", "3 /cohort unknown-reference"),
                theirs.results(List.of(woman + ",,,M1,11/06/2024,", "," + participant(woman) + ",G1,M1,11/06/2024,")));
        assertEquals(
                List.of("1 created"),
                new Sheet(Tokens.of("imports:write", group.tenant, group.catalogue.center), "completions", HEADING)
                        .lines("{\"enrollment\": \"%s\", \"module\": \"M1\", \"on\": \"2024-06-11\"}"
                                .formatted(woman)));
    }

    /** Whoever applied for her did not see her record: by her record's id she is not found there, as in a list. */
    @Test
    void isNotLedFromARecordToWhatIsHiddenFromIt() throws Exception {
        UUID woman = group.enrolled();
        String row = "," + participant(woman) + ",G1,M1,11/06/2024,";
        Database.query("programs", "UPDATE enrollment SET record_hidden = true WHERE id = ? RETURNING id", woman);
        assertEquals(
                List.of("2 /participant unknown-reference", "3 created"),
                sheet.results(List.of(row, woman + ",,,M1,11/06/2024,")));
    }

    @Test
    void whatComesFirstInThePathwayComesFirstInTheFile() {
        UUID pathway = group.catalogue.create("/v1/pathways", """
                {"program": "%s", "criteria": {"validFrom": "2024-01-01"}, "phases": [
                  {"code": "formacion", "title": {"es": "Formación"}, "modules": [
                    {"code": "F1", "title": {"es": "Formación"}, "hours": 8, "modality": "on-site"}]},
                  {"code": "credito", "title": {"es": "Crédito"}, "after": ["formacion"], "modules": [
                    {"code": "C1", "title": {"es": "Crédito"}, "hours": 8, "modality": "on-site"}]}]}""".formatted(group.catalogue.program));
        UUID woman = group.enrolled(group.open(
                group.catalogue.cohort("G2", 1).replace(group.catalogue.pathway.toString(), pathway.toString())));
        List<String> rows = List.of(woman + ",,,C1,12/06/2024,", woman + ",,,F1,11/06/2024,");
        assertEquals(List.of("2 /module prerequisite-missing", "3 created"), sheet.results(rows));
        assertEquals(List.of("2 created", "3 unchanged"), sheet.results(rows));
    }
}

package mx.trayecto.programs.enrollment;

import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Catalogue;
import mx.trayecto.programs.Group;
import mx.trayecto.programs.Sheet;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** A state office hands over who is enrolled where. */
@QuarkusTest
@TrayectoTest
class EnrollmentImportTest {
    private static final String HEADING = "participant,cohort,on,program";

    private Group group;
    private Sheet sheet;

    @BeforeEach
    void begin() {
        group = new Group(2);
        sheet = new Sheet(group.tenant, "enrollments", HEADING);
    }

    private UUID known() {
        return known(false);
    }

    private UUID known(boolean hidden) {
        UUID woman = UUID.randomUUID();
        group.told(woman, 1, null, hidden);
        return woman;
    }

    private static String row(UUID woman, Object cohort) {
        return woman + "," + cohort + ",11/06/2024,";
    }

    @Test
    void givesTheSeatsThereAreInTheOrderOfTheFile() {
        List<String> rows = List.of(row(known(), "G1"), row(known(true), group.cohort), row(known(), "G1"));
        assertEquals("done 3/3: 3 0 0 0", sheet.tried(rows));
        group.read("/v1/enrollments").then().body("items", hasSize(0));
        assertEquals("done 3/3: 3 0 0 0", sheet.imported(rows));
        assertEquals("done 3/3: 0 0 3 0", sheet.imported(rows));
        group.read("/v1/enrollments")
                .then()
                .body("items.status", contains("enrolled", "enrolled", "waitlisted"))
                .body("items[0].enrolledOn", equalTo("2024-06-11"));
    }

    @Test
    void leavesHerAsSheIsWhereTheRowIsKnown() {
        UUID woman = known();
        List<String> rows = List.of(row(woman, "G1"));
        assertEquals(List.of("2 created"), sheet.results(rows));
        String enrollment = group.read("/v1/enrollments").path("items[0].id");
        UUID other = group.open(group.catalogue.cohort("G2", 5));
        group.step(
                        UUID.fromString(enrollment),
                        "transfer",
                        "{\"cohort\": \"%s\", \"on\": \"2024-07-01\"}".formatted(other))
                .then()
                .statusCode(200);
        assertEquals(List.of("2 unchanged"), sheet.results(rows));
        group.step(UUID.fromString(enrollment), "withdrawal", "{\"reason\": \"moved\"}")
                .then()
                .statusCode(200);
        assertEquals(List.of("2 unchanged"), sheet.results(rows));
        group.read("/v1/enrollments").then().body("items.status", contains("withdrawn"));
    }

    @Test
    void enrolsForWhomAPortalAskedInVainThatDay() throws Exception {
        List<String> rows = List.of(row(known(), "G1"));
        assertEquals(List.of("2 created"), sheet.results(rows));
        String enrollment = group.read("/v1/enrollments").path("items[0].id");
        Database.query(
                "programs",
                "UPDATE enrollment SET application_id = ? WHERE id = ?",
                UUID.randomUUID(),
                UUID.fromString(enrollment));
        assertEquals(List.of("2 unchanged"), sheet.results(rows));
        group.step(UUID.fromString(enrollment), "withdrawal", "{\"reason\": \"moved\"}")
                .then()
                .statusCode(200);
        assertEquals(List.of("2 created"), sheet.results(rows));
        group.read("/v1/enrollments").then().body("items.status", contains("withdrawn", "enrolled"));
    }

    @Test
    void tellsWhyItRefusesARowAndTakesTheOthers() {
        UUID woman = known();
        UUID foreign = UUID.randomUUID();
        new Group(1).told(foreign, 1, null, false);
        UUID merged = known();
        group.told(merged, 2, woman, false);
        UUID planned = group.catalogue.create("/v1/cohorts", group.catalogue.cohort("G3", 5));
        assertEquals(
                List.of(
                        "2 /participant unknown-participant",
                        "3 /participant merged",
                        "4 /cohort unknown-reference",
                        "5 cohort-not-open",
                        "6 created",
                        "7 already-enrolled",
                        "8 /on future",
                        "9 /on after-cohort",
                        "10 /participant type"),
                sheet.results(List.of(
                        row(foreign, "G1"),
                        row(merged, "G1"),
                        row(woman, "G9"),
                        row(woman, planned),
                        row(woman, "G1"),
                        row(woman, "G1").replace("11/06", "12/06"),
                        known() + ",G1,2099-01-01,",
                        known() + ",G1,2025-01-01,",
                        "María,G1,11/06/2024,")));
        group.read("/v1/enrollments").then().body("items", hasSize(1));
    }

    @Test
    void asksForTheProgrammeWhereOthersHaveTheSameCode() {
        UUID program = group.catalogue.create("/v1/programs", Catalogue.program("OTRO", group.catalogue.organization));
        UUID pathway = group.catalogue.create("/v1/pathways", Catalogue.pathway(program));
        UUID namesake = group.open(group.catalogue
                .cohort("G1", 5)
                .replace(group.catalogue.program.toString(), program.toString())
                .replace(group.catalogue.pathway.toString(), pathway.toString()));
        UUID woman = known();
        assertEquals(
                List.of("2 /cohort ambiguous", "3 created"),
                sheet.results(List.of(row(woman, "G1"), row(woman, "G1") + "OTRO")));
        group.read("/v1/enrollments").then().body("items.cohort", contains(namesake.toString()));
    }

    @Test
    void asksTheProgrammesRule() {
        group.act("/v1/programs/" + group.catalogue.program + "/eligibility", """
                {"conditions": [{"code": "jalisco", "expression": "state == '09'",
                 "reason": {"es": "Vive en otra entidad"}}]}""")
                .then()
                .statusCode(200);
        assertEquals(List.of("2 /participant jalisco"), sheet.results(List.of(row(known(), "G1"))));
    }

    @Test
    void findsNoCohortOfAnotherCenter() {
        UUID elsewhere = group.catalogue.center("CREA-2");
        assertEquals(
                List.of("2 /cohort unknown-reference", "3 /cohort unknown-reference"),
                new Sheet(Tokens.of("imports:write", group.tenant, elsewhere), "enrollments", HEADING)
                        .results(List.of(row(known(), "G1"), row(known(), group.cohort))));
    }
}

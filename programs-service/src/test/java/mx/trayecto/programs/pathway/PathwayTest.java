package mx.trayecto.programs.pathway;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Catalogue;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
@TrayectoTest
class PathwayTest {
    private Catalogue catalogue;
    private String pathway;

    @BeforeEach
    void setUp() {
        catalogue = new Catalogue();
        pathway = "/v1/pathways/" + catalogue.pathway;
    }

    @Test
    void neverChangesOnceACohortFollowsIt() {
        catalogue.create("/v1/cohorts", catalogue.cohort("G1", 30));

        Response read = Caller.with(catalogue.coordinator).get(pathway);
        read.then().body("inUse", is(true));
        Caller.patch(catalogue.coordinator, read.header("ETag"))
                .body("{\"title\": {\"es\": \"Otra\"}}")
                .patch(pathway)
                .then()
                .statusCode(409)
                .body("code", equalTo("pathway-in-use"));
        assertEquals(
                read.asString(), Caller.with(catalogue.coordinator).get(pathway).asString());
    }

    @Test
    void isFollowedByManyCohortsThatStartAtOnce() throws Exception {
        List<Callable<Integer>> plans = IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(n -> () -> Caller.post(catalogue.coordinator)
                        .body(catalogue.cohort("G" + n, 30))
                        .post("/v1/cohorts")
                        .statusCode())
                .toList();
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> made : all.invokeAll(plans)) {
                assertEquals(201, made.get());
            }
        }
    }

    @Test
    void isNumberedWithinItsProgramme() {
        UUID second = catalogue.create("/v1/pathways", Catalogue.pathway(catalogue.program));
        Caller.with(catalogue.coordinator).get("/v1/pathways/" + second).then().body("pathwayVersion", is(2));
        Caller.post(catalogue.coordinator)
                .body(Catalogue.pathway(catalogue.program).replaceFirst("\\{", "{\"pathwayVersion\": 2, "))
                .post("/v1/pathways")
                .then()
                .statusCode(409)
                .body("errors[0].pointer", equalTo("/pathwayVersion"));
    }

    @Test
    void keepsTheIdsOfItsModulesByTheirCodes() {
        List<String> before =
                Caller.with(catalogue.coordinator).get(pathway).jsonPath().getList("phases[0].modules.id");
        Caller.patch(catalogue.coordinator, "\"v0\"")
                .contentType("application/merge-patch+json; charset=utf-8")
                .body("""
                        {"phases": [
                          {"code": "formacion", "title": {"es": "Formación"}, "modules": [
                            {"code": "M1", "title": {"es": "Nuevo título"}, "hours": 10.50, "modality": "online"},
                            {"code": "M2", "title": {"es": "Desarrollo humano"}, "hours": 16, "modality": "on-site"}]},
                          {"code": "ferias", "title": {"es": "Ferias"}, "after": ["formacion"], "modules": [
                            {"code": "F1", "title": {"es": "Feria artesanal"}, "hours": 6, "modality": "on-site"}]}]}""")
                .patch(pathway)
                .then()
                .statusCode(200)
                .body("phases.code", contains("formacion", "ferias"))
                .body("phases[0].modules.id", equalTo(before.subList(0, 2)))
                .body("phases[0].modules[0].hours", equalTo(10.5f));
    }

    private static final String PLANNED = """
            {"phases": [
              {"code": "a", "title": {"es": "A"}, "startsOnDay": 1, "endsOnDay": 30, "modules": [
                {"code": "M1", "title": {"es": "M"}, "hours": 10, "modality": "online"}]},
              {"code": "b", "title": {"es": "B"}, "after": ["a"], "modules": [
                {"code": "M2", "title": {"es": "M"}, "hours": 10, "modality": "online"}]},
              {"code": "c", "title": {"es": "C"}, "after": ["b"], "startsOnDay": 30, "modules": [
                {"code": "M3", "title": {"es": "M"}, "hours": 10, "modality": "online"}]}]}""";

    @Test
    void plansItsPhasesByDaysOfTheCohort() {
        Caller.patch(catalogue.coordinator, "\"v0\"")
                .body(PLANNED)
                .patch(pathway)
                .then()
                .statusCode(200)
                .body("phases.startsOnDay", contains(1, null, 30))
                .body("phases.endsOnDay", contains(30, null, null));
        Caller.patch(catalogue.coordinator, "\"v1\"")
                .body("{\"title\": {\"es\": \"Por días\"}}")
                .patch(pathway)
                .then()
                .statusCode(200)
                .body("phases[0].endsOnDay", is(30));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"startsOnDay\": 1,', '\"startsOnDay\": 31,', /phases/0/endsOnDay",
        "'\"startsOnDay\": 1,', '\"startsOnDay\": 0,', /phases/0/startsOnDay",
        "'\"startsOnDay\": 30', '\"startsOnDay\": 29', /phases/2/startsOnDay",
        "'\"startsOnDay\": 30', '\"endsOnDay\": 29', /phases/2/endsOnDay",
        "'\"endsOnDay\": 30', '\"endsOnDay\": 3651', /phases/0/endsOnDay"
    })
    void plansNoPhaseBeforeWhatItComesAfter(String right, String wrong, String pointer) {
        Caller.patch(catalogue.coordinator, "\"v0\"")
                .body(PLANNED.replace(right, wrong))
                .patch(pathway)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void addsCriteriaByDateEvenInUse() {
        catalogue.create("/v1/cohorts", catalogue.cohort("G1", 30));
        Caller.post(catalogue.coordinator)
                .body("{\"validFrom\": \"2024-07-01\", \"minimumAttendancePercent\": 90}")
                .post(pathway + "/criteria")
                .then()
                .statusCode(200)
                .body("criteria", hasSize(2))
                .body("criteria.version", contains(1, 2));
        Caller.post(catalogue.coordinator)
                .body("{\"validFrom\": \"2024-07-01\"}")
                .post(pathway + "/criteria")
                .then()
                .statusCode(409)
                .body("code", equalTo("criteria-exist"));
        Caller.post(catalogue.coordinator)
                .body("{\"validFrom\": \"2025-01-01\", \"requiredModules\": [\"M9\"]}")
                .post(pathway + "/criteria")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/requiredModules"));
    }

    @Test
    void keepsTheModulesThatItsCriteriaName() {
        Caller.post(catalogue.coordinator)
                .body("{\"validFrom\": \"2024-07-01\", \"requiredModules\": [\"M5\"]}")
                .post(pathway + "/criteria")
                .then()
                .statusCode(200);
        Caller.patch(catalogue.coordinator, "\"v1\"")
                .body("""
                        {"phases": [{"code": "f", "title": {"es": "F"}, "modules": [
                            {"code": "M1", "title": {"es": "M"}, "hours": 1, "modality": "online"}]}]}""")
                .patch(pathway)
                .then()
                .statusCode(409)
                .body("code", equalTo("module-required"));
    }
}

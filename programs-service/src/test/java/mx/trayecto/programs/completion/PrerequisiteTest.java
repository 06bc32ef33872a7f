package mx.trayecto.programs.completion;

import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Group;
import mx.trayecto.programs.xapi.Lms;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

/** Avancemos por la Igualdad: phases in their order, each after the one before it. */
@QuarkusTest
@TrayectoTest
class PrerequisiteTest {
    private static final String ORDERED = """
            {"program": "%s", "criteria": {"validFrom": "2024-01-01"}, "phases": [
              {"code": "formacion", "title": {"es": "Formación"}, "modules": [
                {"code": "F1", "title": {"es": "Formación"}, "hours": 8, "modality": "on-site", "externalCourseId": "c-f1"},
                {"code": "F2", "title": {"es": "Optativa"}, "hours": 8, "modality": "on-site", "required": false}]},
              {"code": "ferias", "title": {"es": "Ferias"}, "after": ["formacion"], "modules": [
                {"code": "E1", "title": {"es": "Feria"}, "hours": 8, "modality": "on-site", "externalCourseId": "c-e1"}]},
              {"code": "credito", "title": {"es": "Crédito"}, "after": ["ferias"], "modules": [
                {"code": "C1", "title": {"es": "Crédito"}, "hours": 8, "modality": "on-site", "externalCourseId": "c-c1"}]},
              {"code": "marca", "title": {"es": "Registro de marca"}, "modules": [
                {"code": "M1", "title": {"es": "Marca"}, "hours": 8, "modality": "on-site"}]}]}""";

    private Group group;
    private UUID pathway;
    private UUID cohort;

    @BeforeEach
    void open() {
        group = new Group(1);
        pathway = group.catalogue.create("/v1/pathways", ORDERED.formatted(group.catalogue.program));
        cohort = group.open(
                group.catalogue.cohort("G2", 10).replace(group.catalogue.pathway.toString(), pathway.toString()));
    }

    private String module(String code) {
        return group.read("/v1/pathways/" + pathway)
                .jsonPath()
                .getString("phases.modules.flatten().find { it.code == '" + code + "' }.id");
    }

    private ValidatableResponse complete(UUID woman, String module, String on) {
        return group.act(
                        "/v1/enrollments/" + woman + "/completions",
                        "{\"module\": \"%s\", \"on\": \"%s\"}".formatted(module(module), on))
                .then();
    }

    @Test
    void aModuleIsCompletedAfterThoseOfThePhasesBefore() {
        UUID woman = group.enrolled(cohort);
        complete(woman, "C1", "2024-07-01")
                .statusCode(422)
                .body("errors.pointer", contains("/module"))
                .body("errors.code", contains("prerequisite-missing"))
                .body("errors[0].message", containsString("F1, E1"))
                .body("errors[0].message", not(containsString("F2")));
        complete(woman, "M1", "2024-07-01").statusCode(201); // comes after nothing
        complete(woman, "F1", "2024-07-02").statusCode(201);
        complete(woman, "E1", "2024-07-01")
                .statusCode(422)
                .body("errors.code", contains("prerequisite-missing")); // a day before
        complete(woman, "E1", "2024-07-02").statusCode(201);
        complete(woman, "C1", "2024-07-03").statusCode(201);
        complete(woman, "C1", "2024-07-01").statusCode(200); // known, whatever day is said now
    }

    @Test
    void aWholeCohortIsToldWhoLacksWhat() {
        List<UUID> women = List.of(group.enrolled(cohort), group.enrolled(cohort), group.enrolled(cohort));
        complete(women.get(0), "F1", "2024-07-01").statusCode(201);
        complete(women.get(2), "F1", "2024-07-03").statusCode(201);
        together("E1", "2024-07-02", women)
                .statusCode(422)
                .body("errors.pointer", contains("/enrollments/1", "/enrollments/2"))
                .body("errors.code", contains("prerequisite-missing", "prerequisite-missing"))
                .body("errors[0].message", containsString("F1"));
        together("F1", "2024-07-02", women)
                .statusCode(200)
                .body("completed", contains(women.get(1).toString()));
        together("E1", "2024-07-03", women).statusCode(200).body("completed", hasSize(3));
        together("E1", "2024-07-01", women).statusCode(200).body("unchanged", hasSize(3));
    }

    private ValidatableResponse together(String module, String on, List<UUID> women) {
        return group.act(
                        "/v1/cohorts/" + cohort + "/completions",
                        "{\"module\": \"%s\", \"on\": \"%s\", \"enrollments\": %s}"
                                .formatted(
                                        module(module),
                                        on,
                                        women.stream().map(w -> "\"" + w + "\"").toList()))
                .then();
    }

    /** As it cannot be completed before what comes first, so what comes first is not taken back before it. */
    @Test
    void whatLaterModulesRestOnIsTakenBackAfterThem() {
        UUID woman = group.enrolled(cohort);
        UUID first = id(complete(woman, "F1", "2024-07-01").statusCode(201));
        UUID optional = id(complete(woman, "F2", "2024-07-01").statusCode(201));
        UUID later = id(complete(woman, "E1", "2024-07-02").statusCode(201));
        UUID last = id(complete(woman, "C1", "2024-07-03").statusCode(201));
        complete(woman, "M1", "2024-07-03").statusCode(201); // of a phase that comes after none
        revoke(first)
                .statusCode(409)
                .body("code", equalTo("completion-relied-on"))
                .body("detail", containsString("E1, C1"));
        revoke(later).statusCode(409).body("detail", containsString("C1"));
        revoke(optional).statusCode(200);
        revoke(last).statusCode(200);
        revoke(later).statusCode(200);
        revoke(first).statusCode(200);
        complete(woman, "E1", "2024-07-02").statusCode(422).body("errors.code", contains("prerequisite-missing"));
        complete(woman, "F1", "2024-07-02").statusCode(201);
        complete(woman, "E1", "2024-07-02").statusCode(201);
    }

    private ValidatableResponse revoke(UUID completion) {
        return group.act("/v1/completions/" + completion + "/revocation", "{\"reason\": \"mistake\"}")
                .then();
    }

    private static UUID id(ValidatableResponse made) {
        return UUID.fromString(made.extract().path("id"));
    }

    @Test
    void whatALearningPlatformTellsTooEarlyWaits() {
        UUID woman = group.enrolled(cohort);
        Lms lms = new Lms(group);
        lms.sent(statement(woman, "c-c1", "2024-07-09"));
        group.read("/v1/xapi/statements?status=parked").then().body("items.reason", contains("prerequisite-missing"));
        lms.sent(statement(woman, "c-e1", "2024-07-08"), statement(woman, "c-f1", "2024-07-07")); // the latest first
        group.read("/v1/enrollments/" + woman + "/completions")
                .then()
                .body("items.moduleCode", containsInAnyOrder("F1", "E1"));
        Caller.with(group.token)
                .post("/v1/xapi/statements/retries")
                .then()
                .statusCode(200)
                .body("applied", equalTo(1))
                .body("parked", equalTo(0));
        group.read("/v1/enrollments/" + woman + "/completions").then().body("items", hasSize(3));
    }

    @Test
    void whatALearningPlatformTakesBackTooEarlyWaits() {
        UUID woman = group.enrolled(cohort);
        Lms lms = new Lms(group);
        UUID first = UUID.randomUUID();
        UUID later = UUID.randomUUID();
        lms.sent(
                Lms.statement(first, woman, "completed", "c-f1", "2024-07-07T18:00:00Z"),
                Lms.statement(later, woman, "completed", "c-e1", "2024-07-08T18:00:00Z"));
        lms.sent(Lms.voiding(UUID.randomUUID(), first));
        group.read("/v1/xapi/statements?status=parked").then().body("items.reason", contains("relied-on"));
        group.read("/v1/enrollments/" + woman + "/completions").then().body("items", hasSize(2));
        lms.sent(Lms.voiding(UUID.randomUUID(), later));
        Caller.with(group.token)
                .post("/v1/xapi/statements/retries")
                .then()
                .statusCode(200)
                .body("applied", equalTo(1))
                .body("parked", equalTo(0));
        group.read("/v1/enrollments/" + woman + "/completions").then().body("items", hasSize(0));
    }

    private static String statement(UUID woman, String course, String on) {
        return Lms.statement(UUID.randomUUID(), woman, "completed", course, on + "T18:00:00Z");
    }
}

package mx.trayecto.participants.applications;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import mx.trayecto.participants.Elsewhere;
import mx.trayecto.participants.People;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

/** Who sees which applications, and applies to which cohorts. */
@QuarkusTest
@TrayectoTest
class ApplicationCompartmentTest extends Applying {
    @Test
    void showsAPortalItsOwnAndAnotherTenantNone() {
        String id = submit(portal, application(People.woman(), "F-10"))
                .statusCode(201)
                .extract()
                .path("id");
        Caller.with(portal).get("/v1/applications").then().statusCode(200).body("items.id", contains(id));
        Caller.with(Tokens.portal(tenant, "imm")).get("/v1/applications").then().body("items", empty());
        for (String token : List.of(Tokens.portal(tenant, "imm"), Tokens.coordinator(UUID.randomUUID()))) {
            Caller.with(token).get("/v1/applications/" + id).then().statusCode(404);
        }
        submit(Tokens.registrar(tenant), application(People.woman(), "F-11")).statusCode(403);
    }

    @Test
    void keepsStaffOfACentreToItsOwnCohorts() {
        UUID crea = Elsewhere.center(tenant);
        UUID cjm = Elsewhere.center(tenant);
        UUID ofCjm = Elsewhere.cohort(tenant, cjm);
        String staff = Tokens.coordinator(tenant, crea);
        Eventually.get(
                () -> Caller.post(staff)
                        .body(Map.of("participant", People.woman(), "cohort", ofCjm))
                        .post("/v1/applications")
                        .statusCode(),
                status -> status == 422);
        submit(staff, Map.of("participant", People.woman(), "cohort", ofCjm))
                .statusCode(422)
                .body("errors.pointer", contains("/cohort"));
        submit(staff, Map.of("participant", People.woman(), "cohort", Elsewhere.cohort(tenant, crea)))
                .statusCode(201);
    }

    @Test
    void hidesFromACentreWhereElseItsWomenApply() {
        UUID crea = Elsewhere.center(tenant);
        UUID confidential = Elsewhere.center(tenant);
        UUID here = Elsewhere.cohort(tenant, crea);
        UUID there = Elsewhere.cohort(tenant, confidential);
        String id = People.registered(coordinator, People.woman("center", crea));
        String ofHere = submit(coordinator, Map.of("participantId", id, "cohort", here))
                .statusCode(201)
                .extract()
                .path("id");
        String ofThere = submit(coordinator, Map.of("participantId", id, "cohort", there))
                .statusCode(201)
                .extract()
                .path("id");
        String staff = Tokens.coordinator(tenant, crea);
        Eventually.get(
                () -> Caller.with(staff).get("/v1/applications/" + ofHere).statusCode(), status -> status == 200);
        Caller.with(staff).get("/v1/applications/" + ofThere).then().statusCode(404);
        Caller.with(staff).get("/v1/applications").then().body("items.id", contains(ofHere));
        Caller.with(Tokens.coordinator(tenant, crea, confidential))
                .get("/v1/applications/" + ofHere)
                .then()
                .statusCode(200);
        // once she is served there too, that centre's staff see its own and no other
        Elsewhere.enrolment("enrolled", tenant, UUID.randomUUID(), id, confidential, ofThere);
        Eventually.get(
                () -> Caller.with(Tokens.coordinator(tenant, confidential))
                        .get("/v1/applications/" + ofThere)
                        .statusCode(),
                status -> status == 200);
        Caller.with(staff).get("/v1/applications/" + ofThere).then().statusCode(404);
    }
}

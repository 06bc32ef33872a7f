package mx.trayecto.programs.cohort;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Catalogue;
import mx.trayecto.programs.Group;
import mx.trayecto.programs.Kind;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@TrayectoTest
class CohortTest {
    @Test
    void goesFromPlannedToClosedStepByStep() {
        Catalogue catalogue = new Catalogue();
        String cohort = "/v1/cohorts/" + catalogue.create("/v1/cohorts", catalogue.cohort("G1", 30));
        String status = "planned";
        for (String[] step : new String[][] {{"opening", "open"}, {"start", "running"}, {"closing", "closed"}}) {
            Caller.with(catalogue.coordinator).get(cohort).then().body("status", equalTo(status));
            for (String other : new String[] {"opening", "start", "closing"}) {
                if (!other.equals(step[0])) {
                    Caller.post(catalogue.coordinator)
                            .post(cohort + "/" + other)
                            .then()
                            .statusCode(409)
                            .body("code", equalTo("cohort-status"));
                }
            }
            String key = UUID.randomUUID().toString();
            Caller.post(catalogue.coordinator, key)
                    .post(cohort + "/" + step[0])
                    .then()
                    .statusCode(200);
            Caller.post(catalogue.coordinator, key)
                    .post(cohort + "/" + step[0])
                    .then()
                    .statusCode(200)
                    .header("Idempotency-Replayed", "true");
            status = step[1];
        }
        Caller.with(catalogue.coordinator).get(cohort).then().body("status", equalTo("closed"));
    }

    @Test
    void isOpenedOnceByManyWhoTryAtOnce() throws Exception {
        Catalogue catalogue = new Catalogue();
        String cohort = "/v1/cohorts/" + catalogue.create("/v1/cohorts", catalogue.cohort("G1", 30));
        Callable<Integer> open = () ->
                Caller.post(catalogue.coordinator).post(cohort + "/opening").statusCode();
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> answers = all.invokeAll(java.util.Collections.nCopies(8, open)).stream()
                    .map(Future::resultNow)
                    .sorted()
                    .toList();
            assertEquals(List.of(200, 409, 409, 409, 409, 409, 409, 409), answers);
        }
    }

    @Test
    void keepsProgrammePathwayAndCentreOnceOpened() {
        Group group = new Group(10);
        String cohort = "/v1/cohorts/" + group.cohort;
        Caller.patch(group.token, "\"v1\"")
                .body("{\"center\": \"%s\"}".formatted(group.catalogue.center("CREA-2")))
                .patch(cohort)
                .then()
                .statusCode(409)
                .body("code", equalTo("cohort-fixed"));
        Caller.patch(group.token, "\"v1\"")
                .body("{\"endsOn\": \"2024-10-31\"}")
                .patch(cohort)
                .then()
                .statusCode(200);
    }

    @Test
    void hasItsOwnCodeWithinItsProgramme() {
        Catalogue catalogue = new Catalogue();
        catalogue.create("/v1/cohorts", catalogue.cohort("G1", 30));
        Caller.post(catalogue.coordinator)
                .body(catalogue.cohort("G1", 30))
                .post("/v1/cohorts")
                .then()
                .statusCode(409)
                .body("errors[0].pointer", equalTo("/code"));
        Catalogue other = new Catalogue();
        other.create("/v1/cohorts", other.cohort("G1", 30));
    }

    @Test
    void followsAPathwayOfItsOwnProgrammeAndIsTaughtByFacilitators() {
        Catalogue catalogue = new Catalogue();
        UUID other = catalogue.create("/v1/programs", Kind.PROGRAM.body(catalogue));
        UUID official = catalogue.create("/v1/staff", Kind.STAFF.body(catalogue).replace("facilitator", "official"));
        UUID facilitator = catalogue.create("/v1/staff", Kind.STAFF.body(catalogue));
        String taught = catalogue.cohort("G1", 30).replaceFirst("\\{", "{\"facilitators\": [\"%s\"], ");

        Caller.post(catalogue.coordinator)
                .body(taught.formatted(official).replace(catalogue.program.toString(), other.toString()))
                .post("/v1/cohorts")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/pathway", "/facilitators/0"));
        Caller.post(catalogue.coordinator)
                .body(taught.formatted(facilitator))
                .post("/v1/cohorts")
                .then()
                .statusCode(201)
                .body("facilitators", contains(facilitator.toString()));
    }

    @Test
    void isListedByProgrammeCentreAndStatus() {
        Group group = new Group(10);
        UUID planned = group.catalogue.create("/v1/cohorts", group.catalogue.cohort("G2", 30));
        for (String filter : List.of("program=" + group.catalogue.program, "center=" + group.catalogue.center)) {
            Caller.with(group.token)
                    .get("/v1/cohorts?status=planned&" + filter)
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(planned.toString()));
        }
        Caller.with(group.token)
                .get("/v1/cohorts?status=open")
                .then()
                .body("items.id", hasItem(group.cohort.toString()));
    }

    @Test
    void hasNeverFewerSeatsThanAreTaken() {
        Group group = new Group(3);
        group.enrolled(3);
        String cohort = "/v1/cohorts/" + group.cohort;
        Caller.patch(group.token, "\"v1\"")
                .body("{\"capacity\": 2}")
                .patch(cohort)
                .then()
                .statusCode(409)
                .body("code", equalTo("seats-taken"));
        Caller.with(group.token).get(cohort).then().header("ETag", "\"v1\"").body("capacity", is(3));
    }

    @Test
    void givesNewSeatsToThoseWhoWait() {
        Group group = new Group(1);
        group.enrolled();
        UUID waiting = group.enrolled();
        assertEquals("waitlisted", group.status(waiting));
        Caller.patch(group.token, "\"v1\"")
                .body("{\"capacity\": 2}")
                .patch("/v1/cohorts/" + group.cohort)
                .then()
                .statusCode(200);
        assertEquals("enrolled", group.status(waiting));
    }

    @Test
    void losesNoSeatToOneWhoComesWhileItsCapacityIsLowered() throws Exception {
        for (int round = 0; round < 10; round++) {
            Group group = new Group(2);
            group.enrolled();
            UUID comes = group.participant();
            Caller.with(group.token)
                    .header("Trayecto-Min-Position", Group.position(comes))
                    .get("/v1/cohorts/" + group.cohort)
                    .then()
                    .statusCode(200);
            try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<Response> enrolled = both.submit(() -> group.enroll(comes));
                Future<Response> lowered = both.submit(() -> Caller.patch(group.token, "\"v1\"")
                        .body("{\"capacity\": 1}")
                        .patch("/v1/cohorts/" + group.cohort));
                String status = group.status(Group.made(enrolled.get()));
                int patched = lowered.get().statusCode();
                assertTrue(
                        patched == 200 && status.equals("waitlisted") || patched == 409 && status.equals("enrolled"),
                        patched + " " + status);
            }
        }
    }

    @Test
    void leavesNoSessionOutsideThatIsPlannedWhileItsDatesChange() throws Exception {
        Group group = new Group(2);
        for (int round = 0; round < 8; round++) {
            UUID cohort = group.open(group.catalogue.cohort("R" + round, 2));
            try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<Integer> planned = both.submit(
                        () -> group.act("/v1/cohorts/" + cohort + "/sessions", "{\"on\": \"2024-10-11\", \"hours\": 2}")
                                .statusCode());
                Future<Integer> shortened = both.submit(() -> Caller.patch(group.token, "\"v1\"")
                        .body("{\"endsOn\": \"2024-10-10\"}")
                        .patch("/v1/cohorts/" + cohort)
                        .statusCode());
                assertTrue((planned.get() == 201) != (shortened.get() == 200), planned.get() + " " + shortened.get());
            }
        }
    }
}

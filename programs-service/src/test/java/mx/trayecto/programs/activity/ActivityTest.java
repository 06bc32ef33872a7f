package mx.trayecto.programs.activity;

import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Catalogue;
import mx.trayecto.programs.Kind;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@TrayectoTest
class ActivityTest {
    @Test
    void countsWomenAndMenEachAsExactlyAsTheSourceDoes() {
        Catalogue catalogue = new Catalogue();
        UUID id = catalogue.create("/v1/activities", Kind.ACTIVITY.body(catalogue));
        Caller.with(catalogue.coordinator)
                .get("/v1/activities/" + id)
                .then()
                .body("headcounts.sex", contains("female", "male"))
                .body("headcounts.count", contains(31, 9))
                .body("headcounts.qualifier", contains("exact", "about"));
    }

    @Test
    void lastsADayUnlessSaidAndMayGoUncounted() {
        Catalogue catalogue = new Catalogue();
        Caller.post(catalogue.coordinator)
                .body(
                        "{\"kind\": \"talk\", \"audience\": \"public\", \"title\": {\"es\": \"Charla\"}, \"startsOn\": \"2024-03-08\"}")
                .post("/v1/activities")
                .then()
                .statusCode(201)
                .body("endsOn", equalTo("2024-03-08"))
                .body("headcounts", hasSize(0));
    }

    @Test
    void isNotHeldInTheFuture() {
        Catalogue catalogue = new Catalogue();
        Caller.post(catalogue.coordinator)
                .body(
                        "{\"kind\": \"talk\", \"audience\": \"public\", \"title\": {\"es\": \"Charla\"}, \"startsOn\": \"2100-03-08\"}")
                .post("/v1/activities")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("future"));
    }
}

package mx.trayecto.programs.instrument;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Catalogue;
import mx.trayecto.programs.Kind;

import static org.hamcrest.Matchers.contains;
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

package mx.trayecto.programs.center;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Catalogue;
import mx.trayecto.programs.Kind;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

@QuarkusTest
@TrayectoTest
class CenterTest {
    @Test
    void isOpenAndInMexicoCitysTimeUnlessSaid() {
        Catalogue catalogue = new Catalogue();
        Caller.with(catalogue.coordinator)
                .get("/v1/centers/" + catalogue.center)
                .then()
                .body("timeZone", equalTo("America/Mexico_City"))
                .body("confidential", is(false))
                .body("equipment[0].quantity", is(20));
    }

    @Test
    void takesAnyZoneOfTheCountry() {
        Catalogue catalogue = new Catalogue();
        String tijuana = Kind.CENTER
                .body(catalogue)
                .replace("America/Mexico_City", "America/Tijuana")
                .replace("\"14\"", "\"02\"")
                .replace("14039", "02004");
        Caller.post(catalogue.coordinator)
                .body(tijuana)
                .post("/v1/centers")
                .then()
                .statusCode(201)
                .body("timeZone", equalTo("America/Tijuana"))
                .body("municipality", equalTo("02004"));
    }

    /** Confidential hides who attends, not that the centre exists. */
    @Test
    void isKnownInItsTenantEvenWhenConfidential() {
        Catalogue catalogue = new Catalogue();
        String center = "/v1/centers/" + catalogue.create("/v1/centers", Kind.CENTER.body(catalogue));
        Caller.with(Tokens.facilitator(catalogue.tenant, catalogue.center))
                .get(center)
                .then()
                .statusCode(200)
                .body("confidential", is(true));
    }
}

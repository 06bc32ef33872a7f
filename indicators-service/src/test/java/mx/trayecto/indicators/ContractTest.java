package mx.trayecto.indicators;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.ContractDrift;
import mx.trayecto.platform.testing.TrayectoTest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.withArgs;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@TrayectoTest
class ContractTest extends ContractDrift {
    ContractTest() {
        super("indicators-service");
    }

    @Test
    void evidenceAndStatedNumbersHaveTheirLimits() {
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .root("components.schemas.%s.properties.%s")
                .body("maxLength", withArgs("DocumentReference", "title"), equalTo(200))
                .body("maxLength", withArgs("DocumentReference", "reference"), equalTo(500))
                .body("pattern", withArgs("DocumentReference", "reference"), containsString("[Hh][Tt][Tt][Pp]"))
                .body("minimum", withArgs("StatedValue", "number"), notNullValue())
                .body("maximum", withArgs("StatedValue", "number"), notNullValue());
    }
}

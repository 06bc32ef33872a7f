package mx.trayecto.participants.geography;

import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@TrayectoTest
class GeographyTest {
    @Test
    void listsThe32StatesInInegisOrder() {
        Caller.with(Tokens.analyst(UUID.randomUUID()))
                .get("/v1/geography/states")
                .then()
                .statusCode(200)
                .body("items", hasSize(32))
                .body("items[0].code", equalTo("01"))
                .body("items[13].name", equalTo("Jalisco"))
                .body("items[13].curp", equalTo("JC"))
                .body("items[31].code", equalTo("32"));
    }

    @Test
    void asksForAToken() {
        RestAssured.get("/v1/geography/states").then().statusCode(401);
    }
}

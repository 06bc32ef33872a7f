package mx.trayecto.participants.geography;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

import mx.trayecto.participants.People;
import mx.trayecto.participants.curp.CurpMaker;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.contains;
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

    /** As a CURP has it. */
    @Test
    void knowsWhoWasBornAbroad() {
        String registrar = Tokens.registrar(UUID.randomUUID());
        Caller.with(registrar)
                .get("/v1/code-lists/birth-state")
                .then()
                .statusCode(200)
                .body("codes", hasSize(33))
                .body("codes[32].code", equalTo("NE"))
                .body("codes[32].label.es", equalTo("Nacida en el extranjero"))
                .body("codes[32].label.en", equalTo("Born abroad"));
        Map<String, Object> told = People.womanWithCurp();
        LocalDate born = LocalDate.parse((String) told.get("birthDate"));
        told.put("curp", CurpMaker.curp("María Fernanda", "Escamilla", "Arroyo", born, 'M', "NE", 0));
        People.register(registrar, People.with(told, "birthState", "14"))
                .statusCode(422)
                .body("errors.pointer", contains("/birthState"));
        People.register(registrar, People.with(told, "birthState", "XX"))
                .statusCode(422)
                .body("errors.pointer", contains("/birthState"));
        People.register(registrar, People.with(told, "birthState", "NE"))
                .statusCode(201)
                .body("birthState", equalTo("NE"));
        People.register(registrar, People.with(People.woman(), "residence", Map.of("state", "NE")))
                .statusCode(422); // nobody whose residence is abroad is registered
    }

    @Test
    void asksForAToken() {
        RestAssured.get("/v1/geography/states").then().statusCode(401);
    }
}

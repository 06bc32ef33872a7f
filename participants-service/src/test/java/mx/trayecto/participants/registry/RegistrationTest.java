package mx.trayecto.participants.registry;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import mx.trayecto.participants.People;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@TrayectoTest
class RegistrationTest {
    private final UUID tenant = UUID.randomUUID();
    private final String registrar = Tokens.registrar(tenant);

    @Test
    void registersAWomanWithoutACurp() {
        String id = People.register(registrar, People.woman())
                .statusCode(201)
                .header("ETag", "\"v0\"")
                .header("Trayecto-Position", notNullValue())
                .header("Cache-Control", "no-store")
                .body("version", is(0))
                .body("protected", is(false))
                .body("curp", nullValue())
                .body("warnings", empty())
                .extract()
                .path("id");
        Caller.with(registrar)
                .get("/v1/participants/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"v0\"")
                .body("givenName", equalTo("María Fernanda"))
                .body("birthDate", equalTo("1990-05-17"))
                .body("selfIdentification.indigenous", equalTo("notAsked"));
    }

    @Test
    void keepsEveryFieldItIsTold() {
        Map<String, Object> told = People.everything();
        String location =
                People.register(registrar, told).statusCode(201).extract().header("Location");
        Caller.with(registrar)
                .get(location)
                .then()
                .statusCode(200)
                .body("curp", equalTo(told.get("curp")))
                .body("phone", equalTo("+523312345678"))
                .body("email", equalTo("maria.fernanda@example.org"))
                .body("safeContact", equalTo(told.get("safeContact")))
                .body("civilStatus", equalTo("free-union"))
                .body("residence.locality", equalTo("140390001"))
                .body("residence.address", equalTo("Calle Morelos 123, Centro"))
                .body("languages", contains("spa", "nah", "0201"))
                .body("selfIdentification.indigenous", equalTo("yes"))
                .body("disability.seeing", is(3))
                .body("schooling", equalTo("secondary"))
                .body("student", is(false))
                .body("occupation", equalTo("Costurera"))
                .body("incomeActivity", equalTo("self-employed"))
                .body("mother", is(true))
                .body("headOfHousehold", is(true))
                .body("householdId", equalTo("H-0017"))
                .body("dependants", is(3))
                .body("migration", equalTo("returned"))
                .body("barriers", contains("childcare", "transport"))
                .body("consents", hasEntry("sensitive-data", true))
                .body("consents", hasEntry("contact", false));
    }

    @Test
    void warnsOfACurpWithOtherLettersAndRegistersAllTheSame() {
        Map<String, Object> told = People.womanWithCurp();
        People.register(registrar, People.with(told, "secondSurname", "Robles"))
                .statusCode(201)
                .body("warnings[0].pointer", equalTo("/curp"))
                .body("warnings[0].code", equalTo("curp-letters"))
                .body("warnings[0].message.es", notNullValue());
    }

    @Test
    void answersAnUnchangedReadWith304() {
        String id = People.registered(registrar, People.woman());
        Caller.with(registrar)
                .header("If-None-Match", "\"v0\"")
                .get("/v1/participants/" + id)
                .then()
                .statusCode(304);
    }

    @Test
    void refusesACurpOfTheOwnTenantAndOfNoOther() {
        Map<String, Object> told = People.womanWithCurp();
        People.registered(registrar, told);
        People.register(registrar, told)
                .statusCode(409)
                .body("code", equalTo("duplicate-curp"))
                .body("errors[0].pointer", equalTo("/curp"));
        People.register(Tokens.registrar(UUID.randomUUID()), told).statusCode(201);
    }

    @Test
    void registersMinorsWithTheirGuardiansConsent() {
        Map<String, Object> girl = People.woman(
                "birthDate", java.time.LocalDate.now().minusYears(16).toString());
        People.register(registrar, girl).statusCode(422).body("errors.pointer", contains("/guardian", "/consents"));
        girl.put(
                "guardian",
                Map.of("givenName", "Rosa", "firstSurname", "Arroyo", "relationship", "mother", "phone", "3312345678"));
        girl.put("consents", List.of(People.consent("minor-participation", true)));
        String id = People.register(registrar, girl)
                .statusCode(201)
                .body("guardian.relationship", equalTo("mother"))
                .extract()
                .path("id");
        Caller.with(registrar)
                .get("/v1/participants/" + id + "/consents")
                .then()
                .body("items[0].byGuardian", is(true));
    }
}

package mx.trayecto.participants.registry;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import mx.trayecto.participants.People;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Importing;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@TrayectoTest
class SearchTest {
    private final UUID tenant = UUID.randomUUID();
    private final String registrar = Tokens.registrar(tenant);
    private Map<String, Object> told;
    private String id;

    @BeforeEach
    void register() {
        told = People.womanWithCurp();
        told.put("givenName", "Ximena Guadalupe");
        told.put("firstSurname", "de la Peña");
        told.put("secondSurname", "Velásquez");
        told.put("phone", "(33) 1234-5678");
        told.put("references", java.util.List.of(People.reference("sisemh", "2024000123")));
        id = People.registered(registrar, told);
        People.registered(registrar, People.woman());
    }

    private ValidatableResponse search(String token, Map<String, ?> wanted) {
        return Caller.with(token)
                .contentType("application/json")
                .body(wanted)
                .post("/v1/participants/search")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ximena",
                "XIMENA",
                "jimena",
                "guadalupe",
                "Guada",
                "gua pen",
                "Peña",
                "pena",
                "de la Peña Velásquez",
                "Belasquez",
                "velazquez ximena"
            })
    void findsByNamesAsWrittenAsTheySoundAndAsTheyBegin(String name) {
        search(registrar, Map.of("name", name)).body("items.id", contains(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Guadiana", "Xim Escamilla", "Ximenita", "xi"})
    void findsNobodyElse(String name) {
        search(registrar, Map.of("name", name)).body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"3312345678", "+52 33 1234 5678", "52 1 33 1234 5678", "33.1234.5678"})
    void findsByPhoneHoweverItIsWritten(String phone) {
        search(registrar, Map.of("phone", phone)).body("items.id", contains(id));
    }

    @Test
    void findsByCurpAndByReference() {
        search(registrar, Map.of("curp", told.get("curp").toString().toLowerCase()))
                .body("items.id", contains(id));
        search(registrar, Map.of("reference", People.reference("sisemh", "2024000123")))
                .body("items.id", contains(id));
        search(registrar, Map.of("reference", People.reference("sisemh", "2024000124")))
                .body("items", empty());
    }

    @Test
    void demandsThatAllCriteriaFit() {
        search(registrar, Map.of("name", "Ximena", "phone", "3312345678")).body("items.id", contains(id));
        search(registrar, Map.of("name", "Ximena", "phone", "3312345679")).body("items", empty());
    }

    @Test
    void followsChangesOfNameAndPhone() {
        Caller.patch(registrar, "\"v0\"")
                .body(Map.of("givenName", "Itzel", "phone", "5587654321"))
                .patch("/v1/participants/" + id)
                .then()
                .statusCode(200);
        search(registrar, Map.of("name", "Ximena")).body("items", empty());
        search(registrar, Map.of("phone", "3312345678")).body("items", empty());
        search(registrar, Map.of("name", "itzel", "phone", "5587654321")).body("items.id", contains(id));
    }

    @Test
    void findsNobodyOfAnotherTenant() {
        search(Tokens.registrar(UUID.randomUUID()), Map.of("name", "Ximena")).body("items", empty());
    }

    @Test
    void givesNoMoreThanAskedForAndSaysWhetherThereAreMore() {
        People.registered(registrar, People.woman());
        search(registrar, Map.of("name", "Escamilla", "limit", 1))
                .body("items", hasSize(1))
                .body("more", equalTo(true));
        search(registrar, Map.of("name", "Escamilla", "limit", 2))
                .body("items", hasSize(2))
                .body("more", equalTo(false));
    }

    /** Who is not found is registered once more. */
    @Test
    void findsWhoCameAfterHundredsWhoseNamesBeginLikeHers() {
        register(600, "Marcela", "Herrera");
        String last = People.registered(registrar, named("María", "Hernández"));
        for (String name : List.of("María Hernández", "maria ernandes", "Hernán María")) {
            search(registrar, Map.of("name", name))
                    .body("items.id", contains(last))
                    .body("more", equalTo(false));
        }
    }

    @Test
    void putsWholeWordsBeforeBeginnings() {
        register(60, "Mariana", "Hernández");
        String last = People.registered(registrar, named("María", "Hernández"));
        search(registrar, Map.of("name", "María Hernández", "limit", 5))
                .body("items", hasSize(5))
                .body("items.id", hasItem(last))
                .body("more", equalTo(true));
    }

    private static Map<String, Object> named(String givenName, String surname) {
        Map<String, Object> woman = People.woman("givenName", givenName);
        woman.put("firstSurname", surname);
        woman.remove("secondSurname");
        return woman;
    }

    private void register(int women, String givenName, String surname) {
        String file = IntStream.range(0, women)
                .mapToObj(i -> "S-%d,%s,%s,%s,female,14\n".formatted(i, givenName, surname, People.born(i)))
                .collect(Collectors.joining(
                        "", "externalId,givenName,firstSurname,birthDate,gender,residence.state\n", ""));
        Importing.imported(
                Tokens.coordinator(tenant),
                "/v1/participants/imports?sourceSystem=imm",
                "text/csv",
                file.getBytes(StandardCharsets.UTF_8));
    }

    /** Without words a name would fit everybody. */
    @ParameterizedTest
    @ValueSource(strings = {".", "-", "' ."})
    void demandsWordsInAName(String name) {
        for (Map<String, ?> wanted : List.of(Map.of("name", name), Map.of("name", name, "phone", "3312345678"))) {
            Caller.with(registrar)
                    .contentType("application/json")
                    .body(wanted)
                    .post("/v1/participants/search")
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/name"));
        }
    }

    @Test
    void demandsACriterion() {
        Caller.with(registrar)
                .contentType("application/json")
                .body("{}")
                .post("/v1/participants/search")
                .then()
                .statusCode(422)
                .body("code", equalTo("validation"));
    }
}

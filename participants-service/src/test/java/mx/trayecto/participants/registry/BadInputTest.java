package mx.trayecto.participants.registry;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import mx.trayecto.participants.People;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What is told of a person and cannot be so. */
@QuarkusTest
@TrayectoTest
class BadInputTest extends Refusal {
    static Stream<Arguments> badFields() {
        String tomorrow = LocalDate.now().plusDays(2).toString();
        return Stream.of(
                arguments("givenName", null, "/givenName"),
                arguments("givenName", "", "/givenName"),
                arguments("givenName", "   ", "/givenName"),
                arguments("givenName", "Ana\u0000", "/givenName"),
                arguments("givenName", "Ana\nMaría", "/givenName"),
                arguments("givenName", "Ana 😀", "/givenName"),
                arguments("givenName", "Ana1", "/givenName"),
                arguments("givenName", "A".repeat(81), "/givenName"),
                arguments("givenName", 7, "/givenName"),
                arguments("givenName", true, "/givenName"),
                arguments("givenName", List.of("Ana"), "/givenName"),
                arguments("firstSurname", "<script>", "/firstSurname"),
                arguments("secondSurname", "\u202Eabc", "/secondSurname"),
                arguments("birthDate", tomorrow, "/birthDate"),
                arguments("birthDate", "1890-01-01", "/birthDate"),
                arguments("birthDate", "1990-02-30", "/birthDate"),
                arguments("birthDate", "17/05/1990", "/birthDate"),
                arguments("birthDate", 19900517, "/birthDate"),
                arguments("birthDate", List.of(1990, 5, 17), "/birthDate"),
                arguments("birthDate", "1990-05-17T00:00:00Z", "/birthDate"),
                arguments("birthDate", " 1990-05-17", "/birthDate"),
                arguments("center", "AZOgD3ZUfXq9kTQ4b1mWnA==", "/center"),
                arguments("birthDate", "+999999999-01-01", "/birthDate"),
                arguments("gender", "woman", "/gender"),
                arguments("gender", "FEMALE", "/gender"),
                arguments("gender", 0, "/gender"),
                arguments("birthState", "33", "/birthState"),
                arguments("birthState", "1", "/birthState"),
                arguments("curp", "SABC560626MDFLRN0", "/curp"),
                arguments("curp", "SABC560626MDFLRN0\u0000", "/curp"),
                arguments("civilStatus", "complicated", "/civilStatus"),
                arguments("residence", null, "/residence"),
                arguments("residence", Map.of(), "/residence/state"),
                arguments("residence", Map.of("state", "00"), "/residence/state"),
                arguments("residence", Map.of("state", 14), "/residence/state"),
                arguments("residence", Map.of("state", "14", "municipality", "15039"), "/residence/municipality"),
                arguments("residence", Map.of("state", "14", "municipality", "14000"), "/residence/municipality"),
                arguments("residence", Map.of("state", "14", "locality", "140390001"), "/residence/locality"),
                arguments("residence", Map.of("state", "14", "address", "x".repeat(301)), "/residence/address"),
                arguments("residence", Map.of("state", "14", "zip", "44100"), "/residence/zip"),
                arguments("phone", "12345", "/phone"),
                arguments("phone", "call me", "/phone"),
                arguments("phone", "1".repeat(16), "/phone"),
                arguments("email", "nobody", "/email"),
                arguments("email", "a@" + "b".repeat(260) + ".mx", "/email"),
                arguments("safeContact", "x".repeat(501), "/safeContact"),
                arguments("safeContact", "\u0007", "/safeContact"),
                arguments("languages", List.of("español"), "/languages/0"),
                arguments("languages", List.of("spa", "spa"), "/languages"),
                arguments("languages", Collections.nCopies(11, "spa"), "/languages"),
                arguments("languages", Arrays.asList("spa", null), "/languages/1"),
                arguments("selfIdentification", Map.of("indigenous", true), "/selfIdentification/indigenous"),
                arguments("disability", Map.of("seeing", 1), "/disability/hearing"),
                arguments("schooling", "phd", "/schooling"),
                arguments("student", "yes", "/student"),
                arguments("occupation", "x".repeat(121), "/occupation"),
                arguments("incomeActivity", "astronaut", "/incomeActivity"),
                arguments("incomeActivity", true, "/incomeActivity"),
                arguments("mother", "yes", "/mother"),
                arguments("mother", 1, "/mother"),
                arguments("headOfHousehold", "true", "/headOfHousehold"),
                arguments("headOfHousehold", List.of(), "/headOfHousehold"),
                arguments("selfIdentification", Map.of("afroMexican", "maybe"), "/selfIdentification/afroMexican"),
                arguments("selfIdentification", Map.of("afroMexican", false), "/selfIdentification/afroMexican"),
                arguments("protected", "true", "/protected"),
                arguments("protected", 1, "/protected"),
                arguments("dependants", -1, "/dependants"),
                arguments("dependants", 31, "/dependants"),
                arguments("dependants", 1.5, "/dependants"),
                arguments("migration", "alien", "/migration"),
                arguments("barriers", List.of("childcare", "childcare"), "/barriers"),
                arguments("barriers", List.of("violence"), "/barriers/0"),
                arguments("householdId", "3312345678", "/householdId"),
                arguments("alias", "Fernanda", "/alias"),
                arguments("registeredOn", tomorrow, "/registeredOn"),
                arguments("registeredOn", "1980-01-01", "/registeredOn"),
                arguments("center", UUID.randomUUID().toString(), "/center"),
                arguments("center", "CREA", "/center"),
                arguments("effective", Map.of("correction", true), "/effective"),
                arguments(
                        "references",
                        List.of(Map.of("sourceSystem", "siseMH", "externalId", "1")),
                        "/references/0/sourceSystem"),
                arguments(
                        "references",
                        List.of(People.reference("sisemh", "SABC560626MDFLRN01")),
                        "/references/0/externalId"),
                arguments(
                        "references", List.of(People.reference("sisemh", "33-1234-5678")), "/references/0/externalId"),
                arguments(
                        "references",
                        List.of(People.reference("sisemh", "ana@example.org")),
                        "/references/0/externalId"),
                arguments(
                        "references",
                        List.of(People.reference("sisemh", "HEGG560427-AB1")),
                        "/references/0/externalId"),
                arguments("consents", List.of(Map.of("purpose", "sensitive-data")), "/consents/0/granted"),
                arguments(
                        "consents",
                        List.of(People.with(People.consent("contact", true), "purpose", "spam")),
                        "/consents/0/purpose"),
                arguments(
                        "consents",
                        List.of(People.with(People.consent("contact", true), "at", "2999-01-01T00:00:00Z")),
                        "/consents/0/at"),
                arguments(
                        "consents",
                        List.of(People.with(People.consent("sensitive-data", true), "channel", "phone")),
                        "/consents/0/channel"),
                arguments("nickname", "Fer", "/nickname"),
                arguments("id", UUID.randomUUID().toString(), "/id"));
    }

    @ParameterizedTest
    @MethodSource("badFields")
    void refusesABadFieldAndNamesIt(String field, Object value, String pointer) {
        String answer = People.register(registrar, People.woman(field, value))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("validation"))
                .body("errors.pointer", hasItem(pointer))
                .extract()
                .asString();
        if (value instanceof String text && text.strip().length() > 3) {
            assertEquals(-1, answer.indexOf(text), "the submitted value is told back");
        }
    }

    @Test
    void tellsAllErrorsAtOnce() {
        Map<String, Object> told = People.woman("givenName", "Ana 😀");
        told.put("gender", "unknown");
        told.put("phone", "1");
        told.put("nickname", "x");
        People.register(registrar, told)
                .statusCode(422)
                .body("errors.pointer", hasItems("/givenName", "/gender", "/phone", "/nickname"));
    }

    @ParameterizedTest
    @CsvSource({
        "BACA890909MJCRMS05, curp-word",
        "PEGL891313MJCRMS06, curp-date",
        "PEGL890909MQQRMS02, curp-state",
        "PEGL890909MJCRMS09, curp-check-digit",
        "TOMA880125HMNRRNO2, curp-homoclave"
    })
    void refusesACurpThatBreaksItsOwnRules(String curp, String code) {
        People.register(registrar, People.woman("curp", curp))
                .statusCode(422)
                .body("errors.code", hasItem(code))
                .body("errors.pointer", everyItem(equalTo("/curp")));
    }

    @Test
    void refusesACurpThatIsAnotherPersons() {
        Map<String, Object> told = People.womanWithCurp();
        told.put("birthDate", "1990-05-17");
        told.put("gender", "male");
        told.put("birthState", "NE");
        People.register(registrar, told)
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/birthDate", "/gender", "/birthState"))
                .body("errors.code", everyItem(startsWith("curp-other-")));
    }
}

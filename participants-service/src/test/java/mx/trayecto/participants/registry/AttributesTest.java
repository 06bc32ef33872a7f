package mx.trayecto.participants.registry;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import mx.trayecto.participants.People;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is known of a person and easily got wrong. */
@QuarkusTest
@TrayectoTest
class AttributesTest {
    private static final List<String> QUESTIONS =
            List.of("seeing", "hearing", "walking", "remembering", "selfCare", "communicating");

    private final UUID tenant = UUID.randomUUID();
    private final String registrar = Tokens.registrar(tenant);

    private static Map<String, Object> answers(String each) {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (int i = 0; i < QUESTIONS.size(); i++) {
            answers.put(QUESTIONS.get(i), each.charAt(i) - '0');
        }
        return answers;
    }

    private static Map<String, Object> consenting(String field, Object value) {
        Map<String, Object> told = People.woman(field, value);
        told.put("consents", List.of(People.consent("sensitive-data", true)));
        return told;
    }

    /** The Washington Group's own cut-off: a lot of difficulty, or more, in at least one of the six. */
    @ParameterizedTest
    @CsvSource({"111111,false", "222222,false", "311111,true", "111113,true", "112411,true", "444444,true"})
    void isDisabledWithOneAnswerOfThreeOrFour(String each, boolean disabled) {
        String id = People.register(registrar, consenting("disability", answers(each)))
                .statusCode(201)
                .body("disabled", is(disabled))
                .body("disability", equalTo(answers(each)))
                .extract()
                .path("id");
        Caller.with(registrar).get("/v1/participants/" + id).then().body("disabled", is(disabled));
    }

    @Test
    void takesAllSixAnswersOrNoneAndNeverTheDerivedFlag() {
        Map<String, Object> five = answers("111111");
        five.remove("walking");
        People.register(registrar, consenting("disability", five))
                .statusCode(422)
                .body("errors.pointer", contains("/disability/walking"));
        for (int wrong : List.of(0, 5)) {
            Map<String, Object> answers = answers("111111");
            answers.put("seeing", wrong);
            People.register(registrar, consenting("disability", answers))
                    .statusCode(422)
                    .body("errors.pointer", contains("/disability/seeing"));
        }
        People.register(registrar, consenting("disabled", true))
                .statusCode(422)
                .body("errors.pointer", contains("/disabled"));
        People.register(registrar, People.woman()).statusCode(201).body("disabled", nullValue());
    }

    @Test
    void theFlagIsNotShownWithoutConsent() {
        String id = People.registered(registrar, consenting("disability", answers("411111")));
        Caller.post(registrar)
                .body(People.consent("sensitive-data", false))
                .post("/v1/participants/" + id + "/consents")
                .then()
                .statusCode(201);
        Caller.with(registrar)
                .get("/v1/participants/" + id)
                .then()
                .body("disabled", nullValue())
                .body("disability", nullValue());
    }

    @ParameterizedTest
    @CsvSource({"yes,yes", "yes,no", "no,yes", "no,notAsked", "notAsked,yes", "notAsked,notAsked"})
    void theTwoQuestionsOfSelfIdentificationAreAskedApart(String indigenous, String afroMexican) {
        People.register(
                        registrar,
                        consenting("selfIdentification", Map.of("indigenous", indigenous, "afroMexican", afroMexican)))
                .statusCode(201)
                .body("selfIdentification.indigenous", equalTo(indigenous))
                .body("selfIdentification.afroMexican", equalTo(afroMexican));
        People.register(registrar, consenting("selfIdentification", Map.of("indigenous", "perhaps")))
                .statusCode(422)
                .body("errors.pointer", contains("/selfIdentification/indigenous"));
    }

    /** Whoever reads how to reach her reads how to do it without putting her at risk. */
    @Test
    void safeContactStandsWhereverContactDataStand() {
        Map<String, Object> told = People.everything();
        told.put("consents", List.of(People.consent("sensitive-data", true), People.consent("contact", true)));
        String id = People.registered(registrar, told);
        String safe = "No llamar después de las 6.";
        Caller.with(registrar).get("/v1/participants/" + id).then().body("safeContact", containsString(safe));
        Caller.with(registrar).get("/v1/participants").then().body("items[0].safeContact", containsString(safe));
        Caller.with(registrar)
                .contentType("application/json")
                .body(Map.of("phone", "3312345678"))
                .post("/v1/participants/search")
                .then()
                .body("items[0].safeContact", containsString(safe));
        for (String format : List.of("text/csv", "application/x-ndjson")) {
            String file = Caller.with(registrar)
                    .accept(format)
                    .get("/v1/participants")
                    .asString();
            assertTrue(file.contains("3312345678") && file.contains(safe), format);
        }
        Map<String, Map<String, Object>> schemas =
                RestAssured.given().get("/q/openapi?format=json").jsonPath().getMap("components.schemas");
        Set<String> without = new TreeSet<>();
        schemas.forEach((name, schema) -> {
            if (schema.get("properties") instanceof Map<?, ?> fields
                    && (fields.containsKey("phone") || fields.containsKey("email"))
                    && !fields.containsKey("safeContact")) {
                without.add(name);
            }
        });
        // how a guardian is reached stands within the record of the girl, and a search only asks
        assertEquals(Set.of("FindParticipants", "Guardian"), without);
    }

    @Test
    void aGirlKeepsAGuardianWithAKnownRelationship() {
        Map<String, Object> girl =
                People.woman("birthDate", LocalDate.now().minusYears(16).toString());
        girl.put("consents", List.of(People.consent("minor-participation", true)));
        for (Map<String, Object> guardian : List.<Map<String, Object>>of(
                Map.of("givenName", "Rosa", "firstSurname", "Arroyo", "relationship", "neighbour"),
                Map.of("givenName", "Rosa", "firstSurname", "Arroyo"),
                Map.of("givenName", "R0sa", "firstSurname", "Arroyo", "relationship", "mother"),
                Map.of("givenName", "Rosa", "firstSurname", "Arroyo", "relationship", "mother", "phone", "12"))) {
            People.register(registrar, People.with(girl, "guardian", guardian)).statusCode(422);
        }
        girl.put("guardian", Map.of("givenName", "Rosa", "firstSurname", "Arroyo", "relationship", "mother"));
        String id = People.registered(registrar, girl);
        Caller.patch(registrar, "\"v0\"")
                .body(Collections.singletonMap("guardian", null))
                .patch("/v1/participants/" + id)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/guardian"));
        Map<String, Object> grown = People.woman(
                "birthDate",
                LocalDate.now(ZoneId.of("America/Mexico_City")).minusYears(18).toString());
        People.register(registrar, grown).statusCode(201);
    }

    /** Each attribute that is counted keeps the day of a change, and a correction rewrites it. */
    @Test
    void everyCodedAttributeKeepsItsHistory() {
        Map<String, Object> told = People.everything();
        told.put("registeredOn", "2024-01-10");
        String id = People.registered(registrar, told);
        Map<String, Object> changed = new LinkedHashMap<>();
        changed.put("civilStatus", "divorced");
        changed.put("residence", withNothingBelow("20", "20067"));
        changed.put("selfIdentification", Map.of("indigenous", "no", "afroMexican", "yes"));
        changed.put("disability", answers("111111"));
        changed.put("languages", List.of("spa"));
        changed.put("schooling", "upper-secondary");
        changed.put("student", true);
        changed.put("incomeActivity", "employee");
        changed.put("mother", false);
        changed.put("headOfHousehold", false);
        changed.put("dependants", 4);
        changed.put("migration", "none");
        changed.put("barriers", List.of("time"));
        changed.put("effective", Map.of("from", "2024-06-03"));
        Caller.patch(registrar, "\"v0\"")
                .body(changed)
                .patch("/v1/participants/" + id)
                .then()
                .statusCode(200);
        JsonPath history = Caller.with(registrar)
                .get("/v1/participants/" + id + "/history")
                .jsonPath();
        for (String attribute : List.of(
                "civilStatus",
                "state",
                "municipality",
                "indigenous",
                "afroMexican",
                "disability",
                "languages",
                "schooling",
                "student",
                "incomeActivity",
                "mother",
                "headOfHousehold",
                "dependants",
                "migration",
                "barriers")) {
            assertEquals(
                    List.of("2024-01-10", "2024-06-03"),
                    history.getList("items.findAll { it.attribute == '" + attribute + "' }.from"),
                    attribute);
        }
        Caller.patch(registrar, "\"v1\"")
                .body(Map.of("schooling", "primary", "effective", Map.of("correction", true)))
                .patch("/v1/participants/" + id)
                .then()
                .statusCode(200);
        JsonPath corrected = Caller.with(registrar)
                .get("/v1/participants/" + id + "/history")
                .jsonPath();
        assertEquals(List.of("primary"), corrected.getList("items.findAll { it.attribute == 'schooling' }.value"));
        assertFalse(corrected.getList("items").isEmpty());
    }

    private static Map<String, Object> withNothingBelow(String state, String municipality) {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("state", state);
        place.put("municipality", municipality);
        place.put("locality", null);
        return place;
    }
}

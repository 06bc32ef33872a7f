package mx.trayecto.participants.registry;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.trayecto.participants.People;
import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** Promise S3, as far as reading goes: alias everywhere. */
@QuarkusTest
@TrayectoTest
class ProtectedRecordTest {
    private static final List<String> HIDDEN = List.of(
            "givenName",
            "firstSurname",
            "secondSurname",
            "birthDate",
            "birthState",
            "curp",
            "phone",
            "email",
            "safeContact",
            "occupation",
            "householdId",
            "guardian");

    /** What is counted of her: together it tells who she is to those who know her. */
    private static final List<String> CODED = List.of(
            "birthYear",
            "gender",
            "civilStatus",
            "languages",
            "selfIdentification",
            "disability",
            "schooling",
            "student",
            "incomeActivity",
            "mother",
            "headOfHousehold",
            "dependants",
            "migration",
            "barriers",
            "registeredOn");

    private final UUID tenant = UUID.randomUUID();
    private final String coordinator = Tokens.coordinator(tenant);
    private Map<String, Object> told;
    private String id;

    @BeforeEach
    void register() {
        told = People.everything();
        told.put("protected", true);
        told.put("references", List.of(People.reference("sisemh", "F-" + told.get("birthDate"))));
        id = People.registered(coordinator, told);
    }

    private void showsNothingOfHer(String answer) {
        for (String secret : List.of(
                "Fernanda",
                "Escamilla",
                "Arroyo",
                "1234",
                "14039",
                "Morelos",
                "example.org",
                "Costurera",
                "H-0017",
                String.valueOf(told.get("birthDate")),
                String.valueOf(told.get("curp")))) {
            assertFalse(answer.contains(secret), secret);
        }
    }

    @Test
    void isShownByAliasAlone() {
        var answer = Caller.with(coordinator)
                .get("/v1/participants/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"v0-alias\"")
                .body("protected", is(true))
                .body("alias", matchesPattern("\\p{L}+ \\d{4}"))
                .body("residence.state", equalTo("14"))
                .body("residence.municipality", nullValue())
                .body("warnings", empty());
        HIDDEN.forEach(field -> answer.body("$", not(hasKey(field))));
        CODED.forEach(field -> answer.body("$", not(hasKey(field))));
        showsNothingOfHer(answer.extract().asString());
    }

    @Test
    void isShownByAliasInLists() {
        var answer = Caller.with(coordinator).get("/v1/participants").then().body("items.id", hasItem(id));
        showsNothingOfHer(answer.extract().asString());
        Caller.with(coordinator)
                .get("/v1/participants?municipality=14039")
                .then()
                .body("items.id", not(hasItem(id)));
    }

    @Test
    void isShownByAliasAlsoToTheIdentityScopeAlone() {
        String officer = Tokens.of("participants:read participants:identity", tenant);
        String byAlias = Caller.with(coordinator)
                .get("/v1/participants/" + id)
                .then()
                .extract()
                .asString();
        Caller.with(officer)
                .get("/v1/participants/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"v0-alias\"")
                .body(equalTo(byAlias));
    }

    @Test
    void isNamedByItsReferenceToTheOwningPortalOnly() {
        String path = "/v1/participants/by-reference/sisemh/F-" + told.get("birthDate");
        Caller.with(coordinator).get("/v1/participants/" + id).then().body("references", empty());
        Caller.with(coordinator).get(path).then().statusCode(404);
        Caller.put(coordinator, "\"v0\"")
                .body(Map.of("student", true))
                .put(path)
                .then()
                .statusCode(422); // as of a woman who is to be registered
        Caller.with(Tokens.portal(tenant, "imm")).get(path).then().statusCode(404);
        Caller.with(Tokens.portal(tenant, "sisemh"))
                .get(path)
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("references.externalId", contains("F-" + told.get("birthDate")))
                .body("$", not(hasKey("birthYear")));
        String officer = Tokens.of("participants:read participants:identity", tenant);
        Caller.with(officer).get(path).then().statusCode(404);
        People.opened(officer, id);
        Caller.with(officer).get(path).then().statusCode(200).body("id", equalTo(id));
    }

    @Test
    void isNeverFound() {
        for (Map<String, Object> wanted : List.<Map<String, Object>>of(
                Map.of("name", "Escamilla"),
                Map.of("name", "María Fernanda Escamilla Arroyo"),
                Map.of("phone", "3312345678"),
                Map.of("curp", told.get("curp")),
                Map.of("reference", People.reference("sisemh", "F-" + told.get("birthDate"))))) {
            Caller.post(coordinator)
                    .body(wanted)
                    .post("/v1/participants/search")
                    .then()
                    .statusCode(200)
                    .body("items", empty());
        }
    }

    @Test
    void isNotNamedByADuplicateCurp() {
        Map<String, Object> again = People.with(told, "references", List.of());
        var answer = People.register(coordinator, again)
                .statusCode(409)
                .body("code", equalTo("duplicate-curp"))
                .header("Location", nullValue());
        assertFalse(answer.extract().asString().contains(id));
    }

    @Test
    void keepsItsMunicipalityOutOfHistoryAndEvents() {
        Caller.with(coordinator)
                .get("/v1/participants/" + id + "/history")
                .then()
                .statusCode(200)
                .body("items.attribute", not(hasItem("municipality")))
                .body("items.attribute", everyItem(equalTo("state")))
                .body("items.attribute", hasItem("state"));
        var events = Eventually.get(
                () -> Broker.read("trayecto.participants.v1", r -> r.key().equals(id)), found -> !found.isEmpty());
        assertFalse(events.getLast().value().contains("14039"));
    }

    @Test
    void isNotChangedBlindNorBroughtToLight() {
        for (Map<String, Object> patch : List.<Map<String, Object>>of(
                Map.of("protected", false),
                Map.of("birthState", "20"),
                Map.of("alias", "Escamilla"),
                Map.of("alias", "Luna"),
                Map.of("gender", "male"),
                Map.of("registeredOn", "1940-01-01"),
                Map.of("student", true, "effective", Map.of("from", "1940-01-01")),
                Map.of("residence", Map.of("state", "20")),
                Map.of("residence", Map.of("address", "x")),
                Map.of("schooling", "primary"),
                Map.of("consents", List.of(People.consent("images", true)), "mother", true))) {
            Caller.patch(coordinator, "\"v0-alias\"")
                    .body(patch)
                    .patch("/v1/participants/" + id)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("protected-record"));
        }
        String officer = Tokens.of("participants:read participants:write participants:identity", tenant);
        Caller.patch(officer, "\"v0\"")
                .body(Map.of("protected", false))
                .patch("/v1/participants/" + id)
                .then()
                .statusCode(403);
        People.opened(officer, id);
        Caller.patch(officer, "\"v0\"")
                .body(Map.of("protected", false))
                .patch("/v1/participants/" + id)
                .then()
                .statusCode(200)
                .body("givenName", equalTo("María Fernanda"));
        Caller.post(coordinator)
                .body(Map.of("phone", "3312345678"))
                .post("/v1/participants/search")
                .then()
                .body("items.id", hasItem(id));
    }

    /** What she is, what she is not and nothing at all are answered alike, and leave her version as it was. */
    @Test
    void isNotTriedByChangesOfWhatIsHidden() {
        Map<String, Object> others = new LinkedHashMap<>();
        others.put("civilStatus", "divorced");
        others.put("languages", List.of("spa"));
        others.put("selfIdentification", Map.of("indigenous", "no"));
        others.put("disability", Map.of("seeing", 1)); // whole only where the other answers stand already
        others.put("schooling", "primary");
        others.put("student", true);
        others.put("incomeActivity", "employee");
        others.put("mother", false);
        others.put("headOfHousehold", false);
        others.put("dependants", 0);
        others.put("migration", "alien"); // no code at all
        others.put("barriers", List.of());
        others.forEach((field, other) -> {
            for (Object value : Arrays.asList(told.get(field), other, null)) {
                Caller.patch(coordinator, "\"v0-alias\"")
                        .body(Collections.singletonMap(field, value))
                        .patch("/v1/participants/" + id)
                        .then()
                        .statusCode(403)
                        .body("code", equalTo("protected-record"));
            }
        });
        Caller.with(coordinator).get("/v1/participants/" + id).then().header("ETag", "\"v0-alias\"");
    }

    @Test
    void isChangedByThePortalThatGaveTheReferenceAndUnderAnAccess() {
        Caller.put(Tokens.portal(tenant, "sisemh"), "\"v0\"")
                .body(Map.of("mother", false))
                .put("/v1/participants/by-reference/sisemh/F-" + told.get("birthDate"))
                .then()
                .statusCode(200)
                .header("ETag", "\"v1-alias\"");
        String officer = Tokens.of("participants:read participants:write participants:identity", tenant);
        People.opened(officer, id);
        Caller.patch(officer, "\"v1-identity\"")
                .body(Map.of("migration", "none"))
                .patch("/v1/participants/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"v2-identity\"")
                .body("mother", is(false))
                .body("migration", equalTo("none"));
    }

    @Test
    void aRecordThatBecomesProtectedIsNoLongerFound() {
        Map<String, Object> open = People.womanWithCurp();
        open.put("givenName", "Xóchitl");
        open.remove("curp");
        String other = People.registered(coordinator, open);
        Map<String, Object> wanted = Map.of("name", "Xochitl");
        Caller.post(coordinator)
                .body(wanted)
                .post("/v1/participants/search")
                .then()
                .body("items.id", hasItem(other));
        Caller.patch(coordinator, "\"v0\"")
                .body(Map.of("protected", true, "alias", "Luna"))
                .patch("/v1/participants/" + other)
                .then()
                .statusCode(200)
                .body("alias", equalTo("Luna"))
                .body("$", not(hasKey("givenName")));
        Caller.post(coordinator)
                .body(wanted)
                .post("/v1/participants/search")
                .then()
                .body("items", empty());
    }
}

package mx.trayecto.participants.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.trayecto.participants.People;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** What a protected record's consents tell by alias: not that she is, or was, under 18. */
@QuarkusTest
@TrayectoTest
class ProtectedConsentTest {
    private final UUID tenant = UUID.randomUUID();
    private final String coordinator = Tokens.coordinator(tenant);
    private final String portal = Tokens.portal(tenant, "sisemh");
    private final String officer = Tokens.of("participants:read participants:write participants:identity", tenant);
    private String id;
    private String consents;

    @BeforeEach
    void registerAMinor() {
        id = People.registered(coordinator, minor());
        consents = "/v1/participants/" + id + "/consents";
        People.opened(officer, id);
    }

    private static Map<String, Object> minor() {
        Map<String, Object> told =
                People.woman("birthDate", LocalDate.now().minusYears(15).toString());
        told.put("guardian", Map.of("givenName", "Rosa", "firstSurname", "Arroyo", "relationship", "mother"));
        told.put("protected", true);
        told.put("references", List.of(People.reference("sisemh", "M-1")));
        told.put("consents", List.of(said("minor-participation"), said("images")));
        return told;
    }

    private static Map<String, Object> said(String purpose) {
        return People.with(People.consent(purpose, true), "at", "2026-01-15T16:00:00Z");
    }

    @Test
    void isNotShownByAliasThatHerGuardianConsented() {
        String entry = Caller.with(officer)
                .get(consents)
                .then()
                .body("items.purpose", contains("minor-participation", "images"))
                .body("items.byGuardian", contains(true, true))
                .extract()
                .path("items[0].id");
        for (String token : List.of(coordinator, portal)) {
            Caller.with(token)
                    .get("/v1/participants/" + id)
                    .then()
                    .statusCode(200)
                    .body("consents", equalTo(Map.of("images", true)));
            Caller.with(token)
                    .get("/v1/participants")
                    .then()
                    .body("items[0].consents", not(hasKey("minor-participation")));
            Caller.with(token)
                    .get(consents)
                    .then()
                    .statusCode(200)
                    .body("items.purpose", contains("images"))
                    .body("items[0]", not(hasKey("byGuardian")));
            Caller.with(token).get(consents + "/" + entry).then().statusCode(404);
        }
        Caller.with(officer).get("/v1/participants/" + id).then().body("consents.'minor-participation'", is(true));
    }

    @Test
    void isNotTriedWhetherHerGuardianConsented() {
        Map<String, Object> word = People.consent("minor-participation", true);
        Caller.post(coordinator)
                .body(word)
                .post(consents)
                .then()
                .statusCode(403)
                .body("code", equalTo("protected-record"));
        Caller.patch(coordinator, "\"v0-alias\"")
                .body(Map.of("consents", List.of(word)))
                .patch("/v1/participants/" + id)
                .then()
                .statusCode(403);
        Caller.post(coordinator)
                .body(Map.of("participantId", id, "cohort", UUID.randomUUID(), "consents", List.of(word)))
                .post("/v1/applications")
                .then()
                .statusCode(403);
        Caller.post(officer).body(word).post(consents).then().statusCode(201).body("byGuardian", is(true));
    }

    @Test
    void isNotBroughtToLightByThePortalThatOwnsTheRecord() {
        Caller.put(portal, "\"v0\"")
                .body(Map.of("protected", false))
                .put("/v1/participants/by-reference/sisemh/M-1")
                .then()
                .statusCode(403);
    }

    @Test
    void isToldByThePortalThatOwnsTheRecord() {
        Map<String, Object> told = minor();
        told.put("consents", List.of(People.with(said("minor-participation"), "granted", false)));
        told.remove("alias");
        Caller.put(portal, "\"v0\"")
                .body(told)
                .put("/v1/participants/by-reference/sisemh/M-1")
                .then()
                .statusCode(200);
        Caller.post(portal)
                .body(Map.of(
                        "participant",
                        minor(),
                        "cohort",
                        UUID.randomUUID(),
                        "reference",
                        People.reference("sisemh", "M-1"),
                        "consents",
                        List.of(People.consent("minor-participation", true))))
                .post("/v1/applications")
                .then()
                .statusCode(201);
        Caller.with(officer).get("/v1/participants/" + id).then().body("consents.'minor-participation'", is(true));
        Caller.with(officer).get(consents).then().body("items.granted", hasItem(false));
    }

    @Test
    void doesNotTellByOtherConsentsThatSheWasUnderAge() {
        String recorded = Caller.post(coordinator)
                .body(People.consent("sharing", true))
                .post(consents)
                .then()
                .statusCode(201)
                .body("$", not(hasKey("byGuardian")))
                .extract()
                .header("Location");
        Caller.with(coordinator).get(recorded).then().statusCode(200).body("$", not(hasKey("byGuardian")));
        assertFalse(Caller.with(coordinator).get(consents).asString().contains("byGuardian"));
        Caller.with(officer).get(recorded).then().body("byGuardian", is(true));
    }
}

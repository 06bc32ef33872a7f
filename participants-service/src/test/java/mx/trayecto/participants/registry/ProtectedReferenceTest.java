package mx.trayecto.participants.registry;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.trayecto.participants.Elsewhere;
import mx.trayecto.participants.People;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** To those who may not see a protected record its reference is one that nobody has, whatever they do with it. */
@QuarkusTest
@TrayectoTest
class ProtectedReferenceTest {
    private static final String FREE = "F-2";
    private static final String HERS = "F-1";

    private final UUID tenant = UUID.randomUUID();
    private final String coordinator = Tokens.coordinator(tenant);
    private final String portal = Tokens.portal(tenant, "sisemh");
    private final String officer = Tokens.of("participants:read participants:write participants:identity", tenant);
    private String hidden;

    @BeforeEach
    void register() {
        Map<String, Object> told = People.with(People.womanWithCurp(), "protected", true);
        told.put("references", List.of(People.reference("sisemh", HERS)));
        hidden = People.registered(coordinator, told);
    }

    /** Does the same with both references and compares all that is answered but what names the request's own. */
    private static void answersAlike(int status, Function<String, Response> request) {
        assertEquals(answer(status, request, FREE), answer(status, request, HERS));
    }

    private static String answer(int status, Function<String, Response> request, String externalId) {
        Response answer = request.apply(externalId);
        assertEquals(status, answer.statusCode(), externalId + ": " + answer.asString());
        return (answer.header("ETag") + answer.header("Trayecto-Position") + answer.asString())
                .replace(externalId, "REFERENCE")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32}", "ID")
                .replaceAll("[A-Z]{4}\\d{6}[A-Z]{6}\\w\\d", "CURP")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d(T[0-9:.]+Z)?", "DATE")
                .replaceAll("([:=])\\d+", "$1N");
    }

    private static Map<String, Object> with(Map<String, Object> woman, String externalId) {
        return People.with(woman, "references", List.of(People.reference("sisemh", externalId)));
    }

    private static Response patch(String token, String tag, String id, String externalId) {
        return Caller.patch(token, tag)
                .body(Map.of("references", List.of(People.reference("sisemh", externalId))))
                .patch("/v1/participants/" + id);
    }

    private static Response apply(String token, String who, Object woman, String externalId) {
        return Caller.post(token)
                .body(Map.of(
                        who, woman, "cohort", UUID.randomUUID(), "reference", People.reference("sisemh", externalId)))
                .post("/v1/applications");
    }

    /** All the ways to ask whom a reference names. */
    private static void isFoundAlike(int status, String token) {
        answersAlike(
                200,
                external -> Caller.post(token)
                        .body(Map.of("reference", People.reference("sisemh", external)))
                        .post("/v1/participants/search"));
        answersAlike(status, external -> Caller.with(token).get("/v1/participants/by-reference/sisemh/" + external));
    }

    @Test
    void isGivenToAnotherRecordAsAFreeOne() {
        UUID crea = Elsewhere.center(tenant);
        isFoundAlike(404, coordinator);
        answersAlike(
                200,
                external -> patch(coordinator, "\"v0\"", People.registered(coordinator, People.woman()), external));
        isFoundAlike(200, coordinator);
        // and from then on it is that record's, to those of a centre too
        for (String token : List.of(coordinator, Tokens.coordinator(tenant, crea))) {
            answersAlike(409, external -> patch(token, "\"v0\"", People.registered(token, People.woman()), external));
        }
    }

    @Test
    void isGivenByStaffOfACentreAsAFreeOne() {
        String staff = Tokens.coordinator(tenant, Elsewhere.center(tenant));
        answersAlike(200, external -> patch(staff, "\"v0\"", People.registered(staff, People.woman()), external));
        isFoundAlike(200, staff);
    }

    @Test
    void isRegisteredWithAsAFreeOne() {
        answersAlike(
                201,
                external -> Caller.post(coordinator)
                        .body(with(People.woman(), external))
                        .post("/v1/participants"));
        isFoundAlike(200, coordinator);
        answersAlike(
                409,
                external -> Caller.post(coordinator)
                        .body(with(People.woman(), external))
                        .post("/v1/participants"));
    }

    @Test
    void isStillFreeOnceAnotherProtectedRecordHasItToo() {
        for (String external : List.of(FREE, HERS)) {
            People.registered(coordinator, People.with(with(People.woman(), external), "protected", true));
        }
        isFoundAlike(404, coordinator);
        answersAlike(
                201,
                external -> Caller.post(coordinator)
                        .body(with(People.woman(), external))
                        .post("/v1/participants"));
        isFoundAlike(200, coordinator);
    }

    @Test
    void isPutAsAFreeOne() {
        Map<String, Object> incomplete = People.woman();
        incomplete.remove("gender");
        for (Map<String, Object> told : List.of(incomplete, People.woman())) {
            answersAlike(
                    told == incomplete ? 422 : 201,
                    external -> Caller.put(coordinator, "\"v0\"")
                            .body(told)
                            .put("/v1/participants/by-reference/sisemh/" + external));
        }
        answersAlike(
                200,
                external -> Caller.put(coordinator, "\"v0\"")
                        .body(Map.of("student", true))
                        .put("/v1/participants/by-reference/sisemh/" + external));
    }

    @Test
    void comesWithAnApplicationAsAFreeOne() {
        Map<String, Object> known = People.womanWithCurp();
        String id = People.registered(coordinator, known);
        answersAlike(201, external -> apply(coordinator, "participant", People.womanWithCurp(), external));
        isFoundAlike(200, coordinator);
        // whose CURP is another's now
        answersAlike(409, external -> apply(coordinator, "participant", known, external));
        answersAlike(409, external -> apply(coordinator, "participantId", id, external));
    }

    @Test
    void comesWithAnApplicationOfAKnownWomanAsAFreeOne() {
        answersAlike(201, external -> {
            Map<String, Object> known = People.womanWithCurp();
            People.registered(coordinator, known);
            return apply(coordinator, "participant", known, external);
        });
        isFoundAlike(200, coordinator);
    }

    @Test
    void comesWithAnApplicationWithoutCurpAsAFreeOne() {
        String known = People.registered(coordinator, People.woman());
        answersAlike(201, external -> apply(coordinator, "participant", People.woman(), external));
        isFoundAlike(200, coordinator);
        answersAlike(409, external -> apply(coordinator, "participantId", known, external));
    }

    @Test
    void isNotTriedOnTheRecordBehindTheAlias() {
        answersAlike(403, external -> patch(coordinator, "\"v0-alias\"", hidden, external));
        answersAlike(201, external -> apply(coordinator, "participantId", hidden, external));
        Caller.with(coordinator).get("/v1/participants/" + hidden).then().header("ETag", "\"v0-alias\"");
        People.opened(officer, hidden);
        Caller.with(officer).get("/v1/participants/" + hidden).then().body("references.externalId", contains(HERS));
    }

    @Test
    void staysHersForThePortalThatGaveItAndUnderAnAccess() {
        isFoundAlike(404, officer);
        People.opened(officer, hidden);
        String other = People.registered(coordinator, with(People.woman(), HERS));
        for (String token : List.of(portal, officer)) {
            Caller.with(token)
                    .get("/v1/participants/by-reference/sisemh/" + HERS)
                    .then()
                    .statusCode(200)
                    .body("id", equalTo(hidden));
        }
        // what staff believe gives the portal no one to see
        Caller.with(portal).get("/v1/participants").then().body("items.id", contains(hidden));
        Caller.with(portal).get("/v1/participants/" + other).then().statusCode(404);
        Caller.with(officer).get("/v1/participants/" + hidden).then().header("ETag", "\"v0-identity\"");
        assertEquals(
                409,
                patch(officer, "\"v0\"", People.registered(officer, People.woman()), HERS)
                        .statusCode());
    }
}

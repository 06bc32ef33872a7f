package mx.trayecto.participants.applications;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import mx.trayecto.participants.Elsewhere;
import mx.trayecto.participants.People;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Applications of women whose records the caller may not see. */
@QuarkusTest
@TrayectoTest
class HiddenApplicantTest extends Applying {
    @Test
    void findsHerByCurpThoughAnotherSystemRegisteredHerAndShowsNothingOfHer() throws SQLException {
        Map<String, Object> woman = People.womanWithCurp();
        String hidden = People.registered(coordinator, woman);
        var answer = submit(portal, application(woman, "F-5"))
                .statusCode(201)
                .body("participant", nullValue())
                .extract();
        assertEquals(List.of("1"), count("participant"));
        Caller.with(portal).get("/v1/participants/" + hidden).then().statusCode(404);
        Caller.with(portal)
                .get("/v1/participants/by-reference/sisemh/F-5")
                .then()
                .statusCode(404);
        Caller.with(portal)
                .get("/v1/applications/" + answer.path("id"))
                .then()
                .statusCode(200)
                .body("participant", nullValue())
                .body("reference.externalId", equalTo("F-5"));
        Caller.with(coordinator)
                .get("/v1/applications/" + answer.path("id"))
                .then()
                .body("participant", equalTo(hidden));
        submit(portal, application(woman, "F-5"))
                .statusCode(409)
                .body("code", equalTo("already-applied"))
                .header("Location", nullValue());
    }

    @Test
    void doesNotTieAProtectedRecordToItsCurp() {
        Map<String, Object> woman = People.with(People.womanWithCurp(), "protected", true);
        String record = People.registered(coordinator, woman);
        String id = submit(coordinator, application(woman, "F-6"))
                .statusCode(201)
                .body("participant", nullValue())
                .extract()
                .path("id");
        UUID enrollment = UUID.randomUUID();
        Elsewhere.enrolment("enrolled", tenant, enrollment, record, UUID.randomUUID(), id);
        Eventually.get(
                () -> Caller.with(coordinator).get("/v1/applications/" + id).<String>path("status"),
                "enrolled"::equals);
        Caller.with(coordinator)
                .get("/v1/applications/" + id)
                .then()
                .body("participant", nullValue())
                .body("reference", nullValue()) // it would lead to the enrolment made at the same time
                .body("enrollment", nullValue());
        String officer = Tokens.of("applications:read participants:identity", tenant);
        Caller.with(officer).get("/v1/applications/" + id).then().body("participant", nullValue());
        People.opened(officer, record);
        Caller.with(officer)
                .get("/v1/applications/" + id)
                .then()
                .body("participant", equalTo(record))
                .body("enrollment", equalTo(enrollment.toString()));
        Caller.with(portal)
                .get("/v1/participants/by-reference/sisemh/F-6")
                .then()
                .statusCode(404);
    }

    @Test
    void speaksForNoRecordThatItsCallerMayNotSee() throws SQLException {
        UUID crea = Elsewhere.center(tenant);
        Map<String, Object> elsewhere = People.womanWithCurp();
        Map<String, Object> hidden = People.womanWithCurp();
        String ofOthers = People.registered(coordinator, elsewhere);
        String behindAlias = People.registered(coordinator, People.with(hidden, "protected", true));
        List<Object> consents = List.of(People.consent("contact", true));
        Map<String, Object> body = application(elsewhere, "F-20");
        body.put("consents", consents);
        submit(portal, body).statusCode(201);
        Map<String, Object> atCenter =
                Map.of("participant", elsewhere, "cohort", UUID.randomUUID(), "consents", consents);
        submit(
                        Tokens.coordinator(tenant, crea),
                        People.with(atCenter, "participant", People.with(elsewhere, "center", crea)))
                .statusCode(201);
        submit(coordinator, Map.of("participant", hidden, "cohort", cohort, "consents", consents))
                .statusCode(201);
        assertEquals(List.of("0"), count("consent"));
        for (String id : List.of(ofOthers, behindAlias)) {
            Caller.with(coordinator)
                    .get("/v1/participants/" + id)
                    .then()
                    .statusCode(200)
                    .body("consents.contact", nullValue());
        }
        submit(coordinator, Map.of("participant", elsewhere, "cohort", UUID.randomUUID(), "consents", consents))
                .statusCode(201)
                .body("participant", equalTo(ofOthers));
        assertEquals(List.of("1"), count("consent"));
    }

    @Test
    void answersAKnownCurpThatDisagreesAsAnUnknownOne() {
        Map<String, Object> known = People.womanWithCurp();
        People.registered(coordinator, known);
        for (Map<String, Object> woman : List.of(known, People.womanWithCurp())) {
            submit(portal, application(People.with(woman, "birthDate", "1999-12-31"), "F-21"))
                    .statusCode(422)
                    .body("errors.pointer", contains("/participant/birthDate"));
            submit(portal, application(People.with(woman, "gender", "male"), "F-21"))
                    .statusCode(422)
                    .body("errors.pointer", contains("/participant/gender"));
            submit(portal, application(People.with(woman, "birthState", "20"), "F-21"))
                    .statusCode(422)
                    .body("errors.pointer", contains("/participant/birthState"));
            submit(portal, application(People.with(woman, "migration", "refugee"), "F-21"))
                    .statusCode(422)
                    .body("errors.pointer", contains("/participant/migration"));
        }
    }

    @Test
    void takesNoCurpForAProtectedRecordsReference() {
        Map<String, Object> hidden = People.with(People.womanWithCurp(), "protected", true);
        hidden.put("references", List.of(People.reference("sisemh", "F-22")));
        People.registered(coordinator, hidden);
        Map<String, Object> other = People.with(People.womanWithCurp(), "protected", true);
        People.registered(coordinator, other);
        for (Map<String, Object> woman : List.of(People.with(hidden, "references", List.of()), other)) {
            submit(coordinator, application(woman, "F-22")).statusCode(201);
        }
    }

    @Test
    void answersAsWithoutConsentsWhereItLeavesThem() {
        Map<String, Object> elsewhere = People.womanWithCurp();
        Map<String, Object> hidden = People.with(People.womanWithCurp(), "protected", true);
        People.registered(coordinator, elsewhere);
        People.registered(coordinator, hidden);
        assertEquals(answer(portal, elsewhere, List.of()), answer(portal, elsewhere, spoken()));
        assertEquals(answer(coordinator, hidden, List.of()), answer(coordinator, hidden, spoken()));
    }

    private static List<Object> spoken() {
        return List.of(People.consent("contact", true), People.consent("minor-participation", true));
    }

    /** The whole answer, but for ids and numbers. */
    private String answer(String token, Map<String, Object> woman, List<Object> consents) {
        Map<String, Object> body = application(woman, "F-23");
        body.put("cohort", UUID.randomUUID());
        body.put("consents", consents);
        var answer = submit(token, body).statusCode(201).extract();
        return (answer.header("ETag") + answer.header("Trayecto-Position") + answer.asString())
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID")
                .replaceAll("[0-9]+", "N");
    }
}

package mx.trayecto.programs.application;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Group;
import mx.trayecto.programs.Told;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** A portal answers the offers made to the women whom it applied for, today, and nobody else's. */
@QuarkusTest
@TrayectoTest
class PortalOfferTest {
    private final LocalDate today = LocalDate.now(ZoneId.of("America/Mexico_City"));
    private Group group;
    private UUID offering;
    private String portal;

    @BeforeEach
    void begin() {
        group = new Group(1);
        offering = offering("GO");
        portal = Tokens.portal(group.tenant, "jalisco");
    }

    /** One seat, offered for five days, in a cohort that has not ended. */
    private UUID offering(String code) {
        return group.open(group.catalogue
                .cohort(code, 1)
                .replace("2024-10-11", "2090-01-01")
                .replaceFirst("\"capacity\"", "\"offerDays\": 5, \"capacity\""));
    }

    /** Whom the portal applied for on a day. */
    private UUID applied(UUID cohort, LocalDate on) throws Exception {
        UUID application = UUID.randomUUID();
        ApplicationIntakeTest.submit(group, application, group.participant(), cohort, on.toString());
        return ApplicationIntakeTest.decided(application);
    }

    private UUID offered() throws Exception {
        UUID offered = applied(offering, today);
        assertEquals("offered", group.status(offered));
        return offered;
    }

    @Test
    void acceptsTheOfferMadeToWhomItAppliedFor() throws Exception {
        UUID offered = offered();
        String lastDay = today.plusDays(5).toString();
        Caller.with(portal)
                .get("/v1/enrollments?status=offered")
                .then()
                .body("items.id", contains(offered.toString()), "items.offerExpiresOn", contains(lastDay));
        answer(portal, offered, "acceptance", today)
                .then()
                .statusCode(200)
                .body("status", equalTo("enrolled"), "enrolledOn", equalTo(today.toString()));
        assertEquals(List.of("applied", "offered", "enrolled"), Told.types(offered, 3));
        assertEquals(
                List.of("1"),
                Database.query(
                        "programs",
                        "SELECT count(*) FROM audit_entry WHERE action = 'acceptOffer' AND resource_id = ?",
                        offered));
    }

    /** Else it could say that she answered before her offer ran out. Staff take down what was said on another day. */
    @Test
    void answersAsOfTodayAndOfNoOtherDay() throws Exception {
        UUID lapsed = applied(offering, today.minusDays(6)); // until yesterday
        UUID offered = applied(offering("GA"), today.minusDays(2));
        for (UUID one : List.of(lapsed, offered)) {
            for (String step : List.of("acceptance", "decline")) {
                answer(portal, one, step, today.minusDays(1))
                        .then()
                        .statusCode(422)
                        .body("errors.pointer", contains("/on"), "errors.code", contains("not-today"));
            }
        }
        answer(portal, lapsed, "acceptance", today)
                .then()
                .statusCode(409)
                .body("code", equalTo("offer-expired"), "title", equalTo("La oferta de lugar venció"));
        answer(group.token, offered, "acceptance", today.minusDays(1)).then().statusCode(200);
    }

    /** The line is everybody's: whom the portal does not see comes first all the same, and it is not told who that is. */
    @Test
    void givesADeclinedSeatToTheFirstInLineWhoeverAppliedForHer() throws Exception {
        UUID offered = offered();
        UUID byStaff = group.enrolled(offering);
        UUID ofItsOwn = applied(offering, today);
        assertEquals("waitlisted", group.status(byStaff));
        Caller.post(portal)
                .body("{}")
                .post("/v1/enrollments/" + offered + "/decline")
                .then()
                .statusCode(200)
                .body("status", equalTo("declined"))
                .header("Trayecto-Position", containsString(offered.toString()))
                .header("Trayecto-Position", not(containsString(byStaff.toString())));
        group.read("/v1/enrollments/" + byStaff)
                .then()
                .body("status", equalTo("offered"))
                .body("offerExpiresOn", equalTo(today.plusDays(5).toString()));
        assertEquals("waitlisted", group.status(ofItsOwn));
        assertEquals(List.of("applied", "waitlisted", "offered"), Told.types(byStaff, 3));
    }

    @Test
    void isTheOnlyPortalThatAnswers() throws Exception {
        UUID offered = offered();
        UUID toStaff = Group.made(group.enroll(group.participant(), offering("GS"), today.toString()));
        for (String step : List.of("acceptance", "decline")) {
            Response absent = answer(portal, new UUID(0, 1), step, today);
            for (Response foreign : List.of(
                    answer(Tokens.portal(group.tenant, "nayarit"), offered, step, today),
                    answer(Tokens.portal(UUID.randomUUID(), "jalisco"), offered, step, today),
                    answer(portal, toStaff, step, today))) {
                foreign.then().statusCode(404);
                assertEquals(alike(absent), alike(foreign));
            }
            for (String other : List.of(
                    Tokens.facilitator(group.tenant),
                    Tokens.registrar(group.tenant),
                    Tokens.of("applications:write", group.tenant))) {
                answer(other, offered, step, today).then().statusCode(403).body("code", equalTo("forbidden"));
            }
        }
        for (String others : List.of("withdrawal", "rejection", "offer", "activation")) {
            answer(portal, offered, others, today).then().statusCode(403);
        }
        assertEquals("offered", group.status(offered));
        assertEquals("offered", group.status(toStaff));
    }

    /** Day and cohort would tie the enrolment to the application just sent, and to answer it would be to know of her. */
    @Test
    void neitherSeesNorAnswersForAWomanWhoseRecordItDoesNotSee() throws Exception {
        UUID application = UUID.randomUUID();
        Broker.send(
                Group.APPLICATIONS, "mx.trayecto.application.submitted.v1", group.tenant, application, 1, """
                {"application": "%s", "participant": "%s", "cohort": "%s", "sourceSystem": "jalisco", "on": "%s",
                 "recordHidden": true}""".formatted(
                                application, group.participant(), offering, today));
        UUID hidden = ApplicationIntakeTest.decided(application);
        assertEquals("offered", group.status(hidden));
        Caller.with(portal).get("/v1/enrollments").then().statusCode(200).body("items", hasSize(0));
        for (String path : List.of("", "/stays", "/verdict", "/progress", "/deliveries")) {
            Caller.with(portal).get("/v1/enrollments/" + hidden + path).then().statusCode(404);
        }
        for (String step : List.of("acceptance", "decline")) {
            assertEquals(
                    alike(answer(portal, new UUID(0, 1), step, today)), alike(answer(portal, hidden, step, today)));
        }
        answer(group.token, hidden, "acceptance", today).then().statusCode(200).body("status", equalTo("enrolled"));
    }

    private static Response answer(String token, UUID enrollment, String step, LocalDate on) {
        return Caller.post(token)
                .body("{\"on\": \"%s\"}".formatted(on))
                .post("/v1/enrollments/" + enrollment + "/" + step);
    }

    private static String alike(Response answer) {
        return answer.statusCode() + answer.asString().replaceAll("\"(instance|traceId)\":\"[^\"]*\"", "");
    }
}

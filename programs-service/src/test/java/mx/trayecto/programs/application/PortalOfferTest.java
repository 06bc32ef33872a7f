package mx.trayecto.programs.application;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Group;
import mx.trayecto.programs.Told;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** A portal answers the offers made to the women whom it applied for, and nobody else's. */
@QuarkusTest
@TrayectoTest
class PortalOfferTest {
    private final Group group = new Group(1);
    private final UUID offering = group.offering(1, 5);
    private final String portal = Tokens.portal(group.tenant, "jalisco");

    @Test
    void acceptsTheOfferMadeToWhomItAppliedFor() throws Exception {
        UUID offered = offered();
        Caller.with(portal)
                .get("/v1/enrollments?status=offered")
                .then()
                .body(
                        "items.id",
                        equalTo(List.of(offered.toString())),
                        "items[0].offerExpiresOn",
                        equalTo("2024-06-16"));
        answer(portal, offered, "acceptance", "2024-06-16")
                .then()
                .statusCode(200)
                .body("status", equalTo("enrolled"), "enrolledOn", equalTo("2024-06-16"));
        assertEquals(List.of("applied", "offered", "enrolled"), Told.types(offered, 3));
        assertEquals(
                List.of("1"),
                Database.query(
                        "programs",
                        "SELECT count(*) FROM audit_entry WHERE action = 'acceptOffer' AND resource_id = ?",
                        offered));
    }

    /** The line is everybody's: whom the portal does not see comes first all the same, and it is not told who that is. */
    @Test
    void givesADeclinedSeatToTheFirstInLineWhoeverAppliedForHer() throws Exception {
        UUID offered = offered();
        UUID byStaff = group.enrolled(offering);
        UUID ofItsOwn =
                ApplicationIntakeTest.decided(ApplicationIntakeTest.submit(group, group.participant(), offering));
        assertEquals("waitlisted", group.status(byStaff));
        answer(portal, offered, "decline", "2024-06-12")
                .then()
                .statusCode(200)
                .body("status", equalTo("declined"))
                .header("Trayecto-Position", containsString(offered.toString()))
                .header("Trayecto-Position", not(containsString(byStaff.toString())));
        assertEquals("offered", group.status(byStaff));
        assertEquals("waitlisted", group.status(ofItsOwn));
        assertEquals(List.of("applied", "waitlisted", "offered"), Told.types(byStaff, 3));
    }

    @Test
    void isTheOnlyPortalThatAnswers() throws Exception {
        UUID offered = offered();
        UUID toStaff = group.enrolled(group.open(
                group.catalogue.cohort("GS", 1).replaceFirst("\"capacity\"", "\"offerDays\": 5, \"capacity\"")));
        for (String step : List.of("acceptance", "decline")) {
            Response absent = answer(portal, new UUID(0, 1), step, "2024-06-12");
            for (Response foreign : List.of(
                    answer(Tokens.portal(group.tenant, "nayarit"), offered, step, "2024-06-12"),
                    answer(Tokens.portal(UUID.randomUUID(), "jalisco"), offered, step, "2024-06-12"),
                    answer(portal, toStaff, step, "2024-06-12"))) {
                foreign.then().statusCode(404);
                assertEquals(alike(absent), alike(foreign));
            }
            for (String other : List.of(
                    Tokens.facilitator(group.tenant),
                    Tokens.registrar(group.tenant),
                    Tokens.of("applications:write", group.tenant))) {
                answer(other, offered, step, "2024-06-12")
                        .then()
                        .statusCode(403)
                        .body("code", equalTo("forbidden"));
            }
        }
        for (String others : List.of("withdrawal", "rejection", "offer", "activation")) {
            answer(portal, offered, others, "2024-06-12").then().statusCode(403);
        }
        assertEquals("offered", group.status(offered));
        assertEquals("offered", group.status(toStaff));
    }

    @Test
    void isToldThatAnOfferHasExpired() throws Exception {
        UUID offered = offered();
        answer(
                        portal,
                        offered,
                        "acceptance",
                        LocalDate.now(ZoneId.of("America/Mexico_City")).toString())
                .then()
                .statusCode(409)
                .body("code", equalTo("offer-expired"), "title", equalTo("La oferta de lugar venció"));
    }

    private UUID offered() throws Exception {
        UUID offered =
                ApplicationIntakeTest.decided(ApplicationIntakeTest.submit(group, group.participant(), offering));
        assertEquals("offered", group.status(offered));
        return offered;
    }

    private static Response answer(String token, UUID enrollment, String step, String on) {
        return Caller.post(token)
                .body("{\"on\": \"%s\"}".formatted(on))
                .post("/v1/enrollments/" + enrollment + "/" + step);
    }

    private static String alike(Response answer) {
        return answer.statusCode() + answer.asString().replaceAll("\"(instance|traceId)\":\"[^\"]*\"", "");
    }
}

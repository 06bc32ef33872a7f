package mx.trayecto.programs.enrollment;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Group;
import mx.trayecto.programs.Told;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
@TrayectoTest
class OfferExpiryTest {
    @Inject
    OfferExpiry expiry;

    @Test
    void endsWhatNobodyAnsweredAndOffersTheSeatToTheNext() throws Exception {
        Group group = new Group(1);
        String today = LocalDate.now(ZoneId.of("America/Mexico_City")).toString();
        UUID offering = group.open(group.catalogue
                .cohort("GO", 1)
                .replace("2024-10-11", "2090-01-01")
                .replaceFirst("\"capacity\"", "\"offerDays\": 5, \"capacity\""));
        UUID silent = group.enrolled(offering); // offered on 10 June 2024, until the 15th
        UUID next = Group.made(group.enroll(group.participant(), offering, today));

        expiry.expireDue();
        expiry.expireDue();
        group.read("/v1/enrollments/" + silent)
                .then()
                .body("status", equalTo("offer-expired"))
                .body("endedOn", equalTo(today));
        assertEquals("offered", group.status(next)); // five days from today: not due
        assertEquals(List.of("applied", "offered", "offer-expired"), Told.types(silent, 3));
        assertEquals(List.of("applied", "waitlisted", "offered"), Told.types(next, 3));
        group.step(silent, "acceptance", "{}").then().statusCode(409).body("code", equalTo("offer-expired"));
    }
}

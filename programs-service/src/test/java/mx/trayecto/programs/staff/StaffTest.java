package mx.trayecto.programs.staff;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Catalogue;
import mx.trayecto.programs.Kind;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
@TrayectoTest
class StaffTest {
    @Test
    void isNamedToThoseWhoWriteProgrammesAndKeptByNoCache() {
        Catalogue catalogue = new Catalogue();
        String staff = "/v1/staff/" + catalogue.create("/v1/staff", Kind.STAFF.body(catalogue));
        Caller.with(catalogue.coordinator)
                .get(staff)
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("givenName", equalTo("Zoraida"))
                .body("email", equalTo("zoraida@example.org"));
        for (String token : List.of(
                Tokens.portal(catalogue.tenant, "jalisco"),
                Tokens.facilitator(catalogue.tenant),
                Tokens.analyst(catalogue.tenant))) {
            Caller.with(token).get(staff).then().statusCode(403);
        }
    }

    @Test
    void leavesATraceWhenHerNameIsRead() throws SQLException {
        Catalogue catalogue = new Catalogue();
        UUID id = catalogue.create("/v1/staff", Kind.STAFF.body(catalogue));
        Caller.with(catalogue.coordinator).get("/v1/staff/" + id).then().statusCode(200);
        assertEquals(
                List.of("engageStaff", "readStaff"),
                Database.query("programs", "SELECT action FROM audit_entry WHERE resource_id = ? ORDER BY action", id));
    }

    @Test
    void keepsHerNameThroughAChangeOfSomethingElse() {
        Catalogue catalogue = new Catalogue();
        String staff = "/v1/staff/" + catalogue.create("/v1/staff", Kind.STAFF.body(catalogue));
        Caller.patch(catalogue.coordinator, "\"v0\"")
                .body("{\"center\": null, \"email\": null, \"kind\": \"coordinator\"}")
                .patch(staff)
                .then()
                .statusCode(200)
                .body("firstSurname", equalTo("Quetzalcóatl"))
                .body("kind", equalTo("coordinator"))
                .body("email", nullValue())
                .body("center", nullValue());
    }

    /** Who is limited to a centre cannot lift a record out of it. */
    @Test
    void staysAtTheCentreOfWhoeverIsLimitedToIt() {
        Catalogue catalogue = new Catalogue();
        String staff = "/v1/staff/" + catalogue.create("/v1/staff", Kind.STAFF.body(catalogue));
        String here = Tokens.coordinator(catalogue.tenant, catalogue.center);
        Caller.patch(here, "\"v0\"")
                .body("{\"center\": null}")
                .patch(staff)
                .then()
                .statusCode(403);
        Caller.patch(here, "\"v0\"")
                .body("{\"center\": \"%s\"}".formatted(catalogue.center("CREA-2")))
                .patch(staff)
                .then()
                .statusCode(403);
    }
}

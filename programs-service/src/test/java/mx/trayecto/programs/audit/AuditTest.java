package mx.trayecto.programs.audit;

import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Catalogue;
import mx.trayecto.programs.Kind;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Promise S7, for programmes: who changed what is told to auditors of the whole tenant, and is whole. */
@QuarkusTest
@TrayectoTest
class AuditTest {
    private static final String PATH = "/v1/audit/programs";

    private Catalogue catalogue;
    private String auditor;

    @BeforeEach
    void setUp() {
        catalogue = new Catalogue();
        auditor = Tokens.auditor(catalogue.tenant);
    }

    @Test
    void tellsWhoChangedWhat() {
        Caller.with(auditor)
                .get(PATH + "?resource=" + catalogue.program)
                .then()
                .statusCode(200)
                .body("items.resource", contains(catalogue.program.toString()));
        Caller.with(auditor).get(PATH + "?resource=x").then().statusCode(422);
        Caller.with(catalogue.coordinator).get(PATH).then().statusCode(403);
    }

    @Test
    void tellsWhoReadOfStaff() {
        UUID staff = catalogue.create(Kind.STAFF.path, Kind.STAFF.body(catalogue));
        Caller.with(catalogue.coordinator)
                .get(Kind.STAFF.path + "/" + staff)
                .then()
                .statusCode(200);
        Caller.with(auditor).get(PATH + "?resource=" + staff).then().body("items.action", hasItem("readStaff"));
    }

    @Test
    void isForThoseOfTheWholeTenant() {
        for (String token : List.of(
                Tokens.of("audit:read", catalogue.tenant, catalogue.center),
                Tokens.sign(Tokens.claims(catalogue.tenant, "audit:read").claim("source_system", "jalisco")))) {
            Caller.with(token).get(PATH).then().statusCode(403);
            Caller.with(token).get(PATH + "/verification").then().statusCode(403);
        }
        Caller.with(Tokens.auditor(UUID.randomUUID()))
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void isSealedAndWhole() {
        int entries = Caller.with(auditor).get(PATH + "?limit=200").path("items.size()");
        Eventually.get(
                () -> Caller.with(auditor).get(PATH + "/verification").path("entries"),
                marked -> (int) marked > entries); // the reading too
        assertEquals(List.of(), Caller.with(auditor).get(PATH + "/verification").path("breaks"));
    }
}

package mx.trayecto.programs.session;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Importing;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A municipal institute hands over its attendance sheets as one file. */
@QuarkusTest
@TrayectoTest
class AttendanceImportTest {
    private static final String HEADING = "session,enrollment,attended,hours\n";

    private Group group;
    private UUID session;
    private String coordinator;

    @BeforeEach
    void begin() {
        group = new Group(10);
        session = group.session("2024-06-11", "4");
        coordinator = Tokens.of("imports:write", group.tenant);
    }

    private JsonPath imported(String query, String file) {
        return Importing.imported(
                coordinator, "/v1/attendance/imports" + query, "text/csv", file.getBytes(StandardCharsets.UTF_8));
    }

    private String recorded() throws Exception {
        return Database.query(
                        "programs",
                        "SELECT count(*) || ' ' || coalesce(sum(hours), 0)::numeric(6,1) FROM attendance"
                                + " WHERE session_id = ?",
                        session)
                .getFirst();
    }

    @Test
    void recordsEachAndChangesNothingWhenItComesAgain() throws Exception {
        List<UUID> women = group.enrolled(3);
        String file = HEADING + session + "," + women.get(0) + ",sí,\n" + session + "," + women.get(1) + ",no,\n"
                + session + "," + women.get(2) + ",true,\"2,5\"\n";
        assertEquals("done 3/3: 3 0 0 0", Importing.told(imported("?dryRun=true", file)));
        assertEquals("0 0.0", recorded());
        assertEquals("done 3/3: 3 0 0 0", Importing.told(imported("", file)));
        assertEquals("3 6.5", recorded());
        assertEquals(
                List.of("[2, 3, 4]"),
                Database.query(
                        "programs",
                        "SELECT details ->> 'lines' FROM audit_entry WHERE tenant_id = ?"
                                + " AND action = 'import attendance' AND resource_id = ?",
                        group.tenant,
                        session),
                "one entry of the session, as of a roll-call");
        assertEquals("done 3/3: 0 0 3 0", Importing.told(imported("", file)));
        assertEquals("3 6.5", recorded());
        assertEquals("active", group.status(women.get(0)));
        group.roll(session, Map.of(women.get(0), true)).then().statusCode(200);
        assertEquals("3 6.5", recorded());
    }

    @Test
    void tellsWhyItRefusesARowAndTakesTheOthers() throws Exception {
        UUID woman = group.enrolled();
        UUID elsewhere = group.enrolled(group.open(group.catalogue.cohort("G2", 5)));
        UUID cancelled = group.session("2024-06-12", "4");
        group.act("/v1/sessions/" + cancelled + "/cancellation", "{\"reason\": \"holiday\"}")
                .then()
                .statusCode(200);
        UUID foreign = new Group(1).session("2024-06-11", "4");
        String location = Importing.begun(
                coordinator,
                "/v1/attendance/imports",
                "text/csv",
                (HEADING + session + "," + elsewhere + ",true,\n" + cancelled + "," + woman + ",true,\n" + foreign + ","
                                + woman + ",true,\n" + session + "," + woman + ",quizás,\n" + session + "," + woman
                                + ",true,9\n" + session + "," + woman + ",true,4\n" + session + "," + woman
                                + ",false,\n")
                        .getBytes(StandardCharsets.UTF_8));
        assertEquals("done 7/7: 1 0 0 6", Importing.told(Importing.done(coordinator, location)));
        List<String> lines = Importing.results(coordinator, location).stream()
                .map(result -> result.getString("outcome") + " " + result.getString("problem"))
                .toList();
        assertTrue(lines.get(0).contains("unknown-enrollment"), lines.get(0));
        assertTrue(lines.get(1).contains("session-cancelled"), lines.get(1));
        assertTrue(lines.get(2).contains("unknown-reference"), lines.get(2));
        assertTrue(lines.get(3).contains("/attended"), lines.get(3));
        assertTrue(lines.get(4).contains("/hours"), lines.get(4));
        assertTrue(lines.get(5).startsWith("created"), lines.get(5));
        assertTrue(lines.get(6).startsWith("rejected"), lines.get(6));
        assertEquals("1 4.0", recorded());
    }
}

package mx.trayecto.participants.applications;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

import mx.trayecto.participants.People;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Importing;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Fuerza Mujeres: a state's own portal hands over thousands of applications in one file. */
@QuarkusTest
@TrayectoTest
class ApplicationImportTest extends Applying {
    private static final String HEADING =
            "externalId,givenName,firstSurname,birthDate,gender,residence.state,on,consents.contact.granted,"
                    + "consents.contact.noticeVersion,consents.contact.channel\n";

    private JsonPath imported(String query, String file) {
        return imported("text/csv", query, file);
    }

    private JsonPath imported(String type, String query, String file) {
        return Importing.imported(
                portal, "/v1/applications/imports" + query, type, file.getBytes(StandardCharsets.UTF_8));
    }

    private String file(int rows) {
        StringBuilder file = new StringBuilder(HEADING);
        for (int i = 1; i <= rows; i++) {
            file.append("F-%d,%s,1990-05-%02d,female,14,2024-06-03,true,2024-1,portal\n"
                    .formatted(i, People.names(i), 1 + i % 28));
        }
        return file.toString();
    }

    private long rows(String table) throws SQLException {
        return Long.parseLong(
                Database.query("participants", "SELECT count(*) FROM " + table + " WHERE tenant_id = ?", tenant)
                        .getFirst());
    }

    @Test
    void appliesForEachAndChangesNothingWhenItComesAgain() throws SQLException {
        String query = "?cohort=" + cohort;
        assertEquals("done 120/120: 120 0 0 0", Importing.told(imported(query, file(120))));
        assertEquals(120, rows("application"));
        assertEquals(120, rows("consent"));
        assertEquals("done 130/130: 10 0 120 0", Importing.told(imported(query, file(130))));
        assertEquals(130, rows("application"));
        assertEquals(130, rows("participant"));
        Caller.with(portal)
                .get("/v1/applications?limit=1")
                .then()
                .body("items[0].reference.externalId", equalTo("F-1"));
    }

    @Test
    void aDryRunLeavesNothing() throws SQLException {
        assertEquals("done 20/20: 20 0 0 0", Importing.told(imported("?dryRun=true&cohort=" + cohort, file(20))));
        assertEquals(0, rows("application"));
        assertEquals(0, rows("participant"));
    }

    @Test
    void tellsOfEachRowWhyItWasRefusedAndTakesTheOthers() {
        String location = Importing.begun(
                portal, "/v1/applications/imports?cohort=" + cohort, "application/x-ndjson", """
                {"reference": {"externalId": "F-1"}, "participant": {"givenName": "Ana", "firstSurname": "Ruiz", "birthDate": "1991-02-03", "gender": "female", "residence": {"state": "14"}}}
                {"reference": {"externalId": "F-2"}, "participant": {"givenName": "Ana"}}
                {"participant": {"givenName": "Ana", "firstSurname": "Ruiz", "birthDate": "1991-02-03", "gender": "female", "residence": {"state": "14"}}}
                {"reference": {"externalId": "F-1"}, "cohort": "%s", "participantId": "%s"}
                """.formatted(
                                UUID.randomUUID(), UUID.randomUUID())
                        .getBytes(StandardCharsets.UTF_8));
        assertEquals("done 4/4: 1 0 0 3", Importing.told(Importing.done(portal, location)));
        List<JsonPath> results = Importing.results(portal, location);
        assertEquals("created", results.getFirst().getString("outcome"));
        assertEquals("F-2", results.get(1).getString("externalId"));
        assertEquals("rejected", results.get(2).getString("outcome"));
    }

    @Test
    void takesThemInTheOrderOfTheFileWhoeverIsKnownAlready() {
        String person = "{\"givenName\": \"Ana\", \"firstSurname\": \"%s\", \"birthDate\": \"1991-02-03\","
                + " \"gender\": \"female\", \"residence\": {\"state\": \"14\"}}";
        String row = "{\"reference\": {\"externalId\": \"%s\"}, \"cohort\": \"%s\", \"participant\": " + person + "}\n";
        UUID other = UUID.randomUUID();
        assertEquals(
                "done 1/1: 1 0 0 0",
                Importing.told(imported("application/x-ndjson", "", row.formatted("F-3", other, "Tres"))));
        String file = row.formatted("F-1", cohort, "Uno")
                + row.formatted("F-2", cohort, "Dos")
                + row.formatted("F-3", cohort, "Tres")
                + row.formatted("F-4", cohort, "Cuatro")
                + row.formatted("F-4", other, "Cuatro")
                + row.formatted("F-5", cohort, "Cinco");
        assertEquals("done 6/6: 6 0 0 0", Importing.told(imported("application/x-ndjson", "", file)));
        Caller.with(portal)
                .get("/v1/applications")
                .then()
                .body("items.reference.externalId", contains("F-3", "F-1", "F-2", "F-3", "F-4", "F-4", "F-5"));
        assertEquals("done 6/6: 0 0 6 0", Importing.told(imported("application/x-ndjson", "", file)));
    }

    /** Her guardian agreed, and then no longer. */
    @Test
    void refusesAGirlWithoutHerGuardiansConsentAndTakesTheOthers() {
        LocalDate today = LocalDate.now(ZoneId.of("America/Mexico_City"));
        String heading = "externalId,givenName,firstSurname,birthDate,gender,residence.state,on,guardian.givenName,"
                + "guardian.firstSurname,guardian.relationship,consents.minor-participation.granted,"
                + "consents.minor-participation.at,consents.minor-participation.noticeVersion,"
                + "consents.minor-participation.channel\n";
        String girl = "F-1,Ana,Ruiz," + today.minusYears(16) + ",female,14," + today
                + ",Rosa,Arroyo,mother,%s,%s,2024-1,paper\n";
        String query = "?cohort=";
        assertEquals(
                "done 1/1: 1 0 0 0",
                Importing.told(
                        imported(query + UUID.randomUUID(), heading + girl.formatted("true", "2025-01-01T10:00:00Z"))));
        String grown = "F-%d,%s,1990-05-01,female,14," + today + ",,,,,,,\n";
        // who was a girl on the day that she applied, and is none any more
        String former = "F-3,Eva,Luna," + today.minusYears(19) + ",female,14," + today.minusYears(2) + ",,,,,,,\n";
        String location = Importing.begun(
                portal,
                "/v1/applications/imports" + query + cohort,
                "text/csv",
                (heading
                                + grown.formatted(2, People.names(2))
                                + former
                                + girl.formatted("false", "2025-02-01T10:00:00Z")
                                + grown.formatted(4, People.names(4)))
                        .getBytes(StandardCharsets.UTF_8));
        assertEquals("done 4/4: 2 0 0 2", Importing.told(Importing.done(portal, location)));
        assertEquals(
                List.of("guardian-consent-missing", "guardian-consent-missing"),
                Importing.results(portal, location).stream()
                        .filter(row -> "rejected".equals(row.getString("outcome")))
                        .map(row -> row.getString("problem.code"))
                        .toList());
    }

    @Test
    void refusesAFileOfSomethingElse() {
        Importing.send(portal, "/v1/applications/imports", "text/csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(422)
                .body("errors.code", contains("unknown-column"));
        Importing.send(
                        portal,
                        "/v1/applications/imports?cohort=x",
                        "text/csv",
                        HEADING.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("cohort"));
        Caller.with(portal).get("/v1/applications").then().body("items", hasSize(0));
    }
}

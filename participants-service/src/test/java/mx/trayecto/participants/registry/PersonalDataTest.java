package mx.trayecto.participants.registry;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import mx.trayecto.participants.People;
import mx.trayecto.participants.curp.CurpMaker;
import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.LogTap;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Promise S2: canaries put in at the front are found in no log, topic, outbox, table, key store or problem. */
@QuarkusTest
@TrayectoTest
class PersonalDataTest {
    private static final String GIVEN = "Quetzalli";
    private static final String SURNAME = "Zopiyactle";
    private static final String PHONE = "9517346285";
    private static final String CURP =
            CurpMaker.curp(GIVEN, SURNAME, "Xicohtencatl", java.time.LocalDate.of(1977, 7, 7), 'M', "OC", 3);
    private static final List<String> CANARIES = List.of(
            GIVEN,
            SURNAME,
            "Xicohtencatl",
            PHONE,
            CURP,
            "1977-07-07",
            "canario@example.org",
            "Callejón del Canario",
            "Floristería Canaria",
            "200670001");

    private final UUID tenant = UUID.randomUUID();
    private final String portal = Tokens.portal(tenant, "canaries");

    @Test
    void leavesNoTraceOutside() throws SQLException {
        StringBuilder log = new StringBuilder();
        List<String> problems = new ArrayList<>();
        String id = LogTap.during(log, () -> exercise(problems));
        absent("log", log.toString());
        problems.forEach(problem -> absent("problem", problem));
        absent(
                "metrics",
                given().get("/q/metrics").then().statusCode(200).extract().asString());
        for (String topic :
                List.of("trayecto.participants.v1", "trayecto.applications.v1", "trayecto.collectives.v1")) {
            Eventually.get(
                            () -> Broker.read(topic),
                            found -> found.stream()
                                    .anyMatch(
                                            r -> r.value() != null && r.value().contains(id)))
                    .forEach(record -> absent(topic, record.value() + record.headers()));
        }
        String dump = Database.dump("participants") + Database.dump("keys");
        assertTrue(dump.contains(id), "the dump is of the database that holds her");
        absent("dump", dump);
    }

    private String exercise(List<String> problems) {
        Map<String, Object> told = People.everything();
        told.put("givenName", GIVEN);
        told.put("firstSurname", SURNAME);
        told.put("secondSurname", "Xicohtencatl");
        told.put("birthDate", "1977-07-07");
        told.put("birthState", "20");
        told.put("curp", CURP);
        told.put("phone", PHONE);
        told.put("email", "canario@example.org");
        told.put("occupation", "Floristería Canaria");
        told.put(
                "residence",
                Map.of(
                        "state",
                        "20",
                        "municipality",
                        "20067",
                        "locality",
                        "200670001",
                        "address",
                        "Callejón del Canario 1"));
        told.put("references", List.of(People.reference("canaries", "C-1")));
        String id = People.registered(portal, told);
        problems.add(People.register(portal, told).statusCode(409).extract().asString());
        problems.add(People.register(portal, People.with(told, "gender", "male"))
                .statusCode(422)
                .extract()
                .asString());
        problems.add(People.register(portal, People.with(told, "givenName", GIVEN + "\u0000"))
                .statusCode(422)
                .extract()
                .asString());
        problems.add(Caller.post(portal)
                .body("{\"givenName\":\"" + GIVEN + "\",")
                .post("/v1/participants")
                .then()
                .statusCode(400)
                .extract()
                .asString());
        Caller.post(portal)
                .body(Map.of("name", GIVEN, "phone", PHONE, "curp", CURP))
                .post("/v1/participants/search")
                .then()
                .statusCode(200);
        Caller.post(portal)
                .body(Map.of(
                        "participant",
                        told,
                        "cohort",
                        UUID.randomUUID(),
                        "reference",
                        People.reference("canaries", "C-1")))
                .post("/v1/applications")
                .then()
                .statusCode(201);
        String collective = Caller.post(portal)
                .body(Map.of(
                        "name",
                        "Red de Flores",
                        "kind",
                        "productive-network",
                        "sector",
                        "services",
                        "municipality",
                        "20067"))
                .post("/v1/collectives")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Caller.post(portal)
                .body(Map.of("participant", id, "role", "member"))
                .post("/v1/collectives/" + collective + "/members")
                .then()
                .statusCode(201);
        return id;
    }

    private static void absent(String where, String text) {
        for (String canary : CANARIES) {
            assertFalse(text.contains(canary), where + " holds a canary");
            String hex = HexFormat.of().formatHex(canary.getBytes(StandardCharsets.UTF_8));
            assertFalse(text.contains(hex), where + " holds a canary in hex");
        }
    }
}

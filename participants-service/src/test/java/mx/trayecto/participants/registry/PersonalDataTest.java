package mx.trayecto.participants.registry;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import mx.trayecto.participants.Elsewhere;
import mx.trayecto.participants.People;
import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Importing;
import mx.trayecto.platform.testing.LogTap;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Promise S2: canaries put in at the front are found in no log, topic, outbox, table, key store or problem. What other
 * services hold of her they have from the topics alone.
 */
@QuarkusTest
@TrayectoTest
class PersonalDataTest {
    private static final List<String> TOPICS =
            List.of("trayecto.participants.v1", "trayecto.applications.v1", "trayecto.collectives.v1");

    private final UUID tenant = UUID.randomUUID();
    private final UUID program = UUID.randomUUID();
    private final String portal = Tokens.portal(tenant, "canaries");
    private final String coordinator = Tokens.coordinator(tenant);
    private final String officer =
            Tokens.of("participants:read participants:write participants:identity arco:write", tenant);

    private final List<String> problems = new ArrayList<>();

    @Test
    void leavesNoTraceOutside() throws SQLException {
        StringBuilder log = new StringBuilder();
        String id = LogTap.during(log, this::exercise);
        assertTrue(log.length() > 0, "what is logged is heard");
        Canaries.absent("log", log.toString());
        assertEquals(11, problems.size());
        problems.forEach(problem -> Canaries.absent("problem", problem));
        Canaries.absent(
                "metrics",
                given().get("/q/metrics").then().statusCode(200).extract().asString());
        for (String topic : TOPICS) {
            Eventually.get(
                            () -> Broker.read(topic),
                            found -> found.stream()
                                    .anyMatch(
                                            r -> r.value() != null && r.value().contains(id)))
                    .forEach(record -> Canaries.absent(topic, record.key() + record.value() + record.headers()));
        }
        String dump = Database.dump("participants") + Database.dump("keys");
        assertTrue(dump.contains(id), "the dump is of the database that holds her");
        Canaries.absent("dump", dump);
    }

    private String exercise() {
        String id = registered();
        changed(id);
        isTakenInFiles();
        isMergedAndParted(id);
        appliesAndJoins(id);
        isGiven(id);
        asksForHerRights(id);
        isOpened(id);
        return id;
    }

    private void refused(int status, Response answer) {
        problems.add(answer.then().statusCode(status).extract().asString());
    }

    private static String done(int status, Response answer) {
        return answer.then().statusCode(status).extract().path("id");
    }

    private static Map<String, Object> woman() {
        Map<String, Object> told = People.everything();
        told.put("givenName", Canaries.GIVEN);
        told.put("firstSurname", Canaries.SURNAME);
        told.put("secondSurname", Canaries.SECOND);
        told.put("birthDate", Canaries.BORN);
        told.put("birthState", "20");
        told.put("curp", Canaries.CURP);
        told.put("phone", Canaries.PHONE);
        told.put("email", Canaries.EMAIL);
        told.put("safeContact", Canaries.SAFE_CONTACT);
        told.put("occupation", Canaries.OCCUPATION);
        told.put("householdId", Canaries.HOUSEHOLD);
        told.put(
                "guardian",
                Map.of(
                        "givenName",
                        Canaries.GUARDIAN,
                        "firstSurname",
                        Canaries.GUARDIAN_SURNAME,
                        "relationship",
                        "mother",
                        "phone",
                        Canaries.GUARDIAN_PHONE));
        told.put(
                "residence",
                Map.of(
                        "state",
                        "20",
                        "municipality",
                        "20067",
                        "locality",
                        Canaries.LOCALITY,
                        "address",
                        Canaries.ADDRESS + " 1"));
        told.put("references", List.of(People.reference("canaries", "C-1")));
        return told;
    }

    private String registered() {
        Map<String, Object> told = woman();
        String id = People.registered(portal, told);
        refused(409, Caller.post(portal).body(told).post("/v1/participants"));
        for (Map<String, Object> wrong : List.of(
                People.with(told, "gender", "male"),
                People.with(told, "givenName", Canaries.GIVEN + "\u0000"),
                People.with(told, "householdId", Canaries.HOUSEHOLD + " " + Canaries.SAFE_CONTACT),
                People.with(told, "guardian", Map.of("givenName", Canaries.GUARDIAN, "phone", Canaries.GUARDIAN)))) {
            refused(422, Caller.post(portal).body(wrong).post("/v1/participants"));
        }
        refused(
                400,
                Caller.post(portal)
                        .body("{\"givenName\":\"" + Canaries.GIVEN + "\",")
                        .post("/v1/participants"));
        Caller.post(portal)
                .body(Map.of("name", Canaries.GIVEN, "phone", Canaries.PHONE, "curp", Canaries.CURP))
                .post("/v1/participants/search")
                .then()
                .statusCode(200);
        return id;
    }

    /** What she was before stays sealed as what she is. */
    private void changed(String id) {
        done(
                200,
                Caller.patch(portal, "\"v0\"")
                        .body(Map.of("residence", Map.of("address", Canaries.MOVED + " 5")))
                        .patch("/v1/participants/" + id));
        Canaries.present(
                Caller.with(portal).get("/v1/participants/" + id + "/history").asString());
    }

    private void isTakenInFiles() {
        String heading = "externalId;givenName;firstSurname;birthDate;gender;residence.state;residence.municipality;"
                + "residence.address;phone;householdId\n";
        String row = ";" + Canaries.SURNAME + ";07/07/1977;female;20;20067;" + Canaries.ADDRESS_IN_A_FILE + " 3;";
        String file = heading
                + "C-2;" + Canaries.IN_A_FILE + row + Canaries.PHONE_IN_A_FILE + ";" + Canaries.HOUSEHOLD + "\n"
                + "C-3;" + Canaries.REFUSED_IN_A_FILE + row + Canaries.REFUSED_IN_A_FILE + ";\n"
                + "C-1;" + Canaries.GIVEN + row + Canaries.PHONE + ";\n";
        for (String query : List.of("&dryRun=true", "")) {
            String location = Importing.begun(
                    coordinator, "/v1/participants/imports?sourceSystem=canaries" + query, "text/csv", bytes(file));
            assertEquals("done 3/3: 1 1 0 1", Importing.told(Importing.done(coordinator, location)));
            if (query.isEmpty()) {
                problems.add(Caller.with(coordinator).get(location + "/results").asString());
            }
        }
        refused(
                422,
                Importing.send(
                        coordinator,
                        "/v1/participants/imports?sourceSystem=canaries",
                        "text/csv",
                        bytes("externalId;" + Canaries.REFUSED_IN_A_FILE + "\nC-4;" + Canaries.IN_A_FILE + "\n")));
    }

    private static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.UTF_8);
    }

    private void isMergedAndParted(String id) {
        Map<String, Object> told = woman();
        told.remove("curp");
        told.put("references", List.of());
        String other = People.registered(coordinator, told);
        String merges = "/v1/participants/" + id + "/merges";
        String merge = done(
                201,
                Caller.post(coordinator)
                        .body(Map.of("record", other, "reason", "registered-twice"))
                        .post(merges));
        Caller.with(coordinator).get("/v1/participants/" + other).then().statusCode(200);
        Caller.post(coordinator)
                .body(Map.of("reason", "different-persons"))
                .post(merges + "/" + merge + "/reversal")
                .then()
                .statusCode(200);
        refused(
                422,
                Caller.post(coordinator)
                        .body(Map.of("record", other, "reason", Canaries.ASKED))
                        .post(merges));
    }

    private void appliesAndJoins(String id) {
        Map<String, Object> told = woman();
        done(
                201,
                Caller.post(portal)
                        .body(Map.of(
                                "participant",
                                told,
                                "cohort",
                                UUID.randomUUID(),
                                "reference",
                                People.reference("canaries", "C-1")))
                        .post("/v1/applications"));
        String collective = done(
                201,
                Caller.post(portal)
                        .body(Map.of(
                                "name",
                                "Red de Flores",
                                "kind",
                                "productive-network",
                                "sector",
                                "services",
                                "municipality",
                                "20067"))
                        .post("/v1/collectives"));
        Caller.post(portal)
                .body(Map.of("participant", id, "role", "member"))
                .post("/v1/collectives/" + collective + "/members")
                .then()
                .statusCode(201);
    }

    private void isGiven(String id) {
        UUID delivery = UUID.randomUUID();
        Elsewhere.delivery(
                "delivered",
                "delivered",
                tenant,
                delivery,
                1,
                id,
                program,
                Elsewhere.center(tenant),
                "1500.00",
                "2024-07-15");
        Eventually.get(
                () -> Database.query("participants", "SELECT kind FROM beneficiary_delivery WHERE id = ?", delivery),
                found -> !found.isEmpty());
        Map<String, Object> register = Map.of(
                "code",
                "CANTO-2024",
                "title",
                Map.of("es", "Padrón", "en", "Register"),
                "program",
                program,
                "dependency",
                "Secretaría",
                "institution",
                "SISEMH",
                "legalBasis",
                "Ley, art. 8",
                "startsOn",
                "2024-01-01",
                "endsOn",
                "2024-12-31");
        String path = "/v1/beneficiary-registers/"
                + done(201, Caller.post(coordinator).body(register).post("/v1/beneficiary-registers"));
        for (String layout : List.of("/public-layout", "/full-layout")) {
            Canaries.present(
                    new String(Caller.with(coordinator).get(path + layout).asByteArray(), StandardCharsets.UTF_8));
        }
    }

    private void asksForHerRights(String id) {
        Map<String, Object> request = Map.of(
                "participant",
                id,
                "kind",
                "access",
                "requester",
                "herself",
                "proofReference",
                Canaries.PROOF,
                "details",
                Canaries.ASKED);
        String path = "/v1/arco-requests/"
                + done(201, Caller.post(officer).body(request).post("/v1/arco-requests"));
        refused(
                422,
                Caller.post(officer)
                        .body(People.with(request, "kind", Canaries.ASKED))
                        .post("/v1/arco-requests"));
        for (String step : List.of("/prevention", "/completion", "/extension")) {
            done(
                    200,
                    Caller.post(officer).body(Map.of("note", Canaries.ANSWERED)).post(path + step));
        }
        done(
                200,
                Caller.post(officer)
                        .body(Map.of("granted", true, "note", Canaries.ANSWERED))
                        .post(path + "/answer"));
        Canaries.present(Caller.with(officer).get(path).asString());
        Caller.with(officer).get(path + "/export").then().statusCode(200);
    }

    private void isOpened(String id) {
        String path = "/v1/participants/" + id;
        String tag = Caller.with(coordinator).get(path).header("ETag");
        done(200, Caller.patch(coordinator, tag).body(Map.of("protected", true)).patch(path));
        Map<String, Object> reason =
                Map.of("reason", "safety", "explanation", Canaries.EXPLAINED, "caseNumber", Canaries.CASE);
        String access = done(201, Caller.post(officer).body(reason).post(path + "/identity-access"));
        refused(
                422,
                Caller.post(officer)
                        .body(People.with(reason, "reason", Canaries.EXPLAINED))
                        .post(path + "/identity-access"));
        Canaries.present(Caller.with(officer).get(path).asString());
        Caller.post(Tokens.auditor(tenant))
                .body(Map.of("outcome", "justified", "note", Canaries.REVIEWED))
                .post("/v1/identity-accesses/" + access + "/review")
                .then()
                .statusCode(200);
    }
}

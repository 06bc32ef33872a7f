package mx.trayecto.participants.registry;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.trayecto.participants.People;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Promise S7, for people: who reads who somebody is leaves a trace, whoever it is and whichever way. */
@QuarkusTest
@TrayectoTest
class IdentityReadsTest {
    private final UUID tenant = UUID.randomUUID();
    private final String portal = Tokens.portal(tenant, "sisemh");
    private String id;

    @BeforeEach
    void register() {
        id = People.registered(portal, People.woman("references", List.of(People.reference("sisemh", "F-1"))));
    }

    /** What was written down since she was registered. */
    private List<String> trace() throws SQLException {
        return Database.query(
                "participants",
                "SELECT concat_ws(' ', action, resource_id, details::text) FROM audit_entry"
                        + " WHERE tenant_id = ? AND action <> 'registerParticipant' ORDER BY id",
                tenant);
    }

    private static void search(String token, String name) {
        Caller.post(token)
                .body(Map.of("name", name))
                .post("/v1/participants/search")
                .then()
                .statusCode(200);
    }

    @Test
    void writeDownEachReaderOfOnePerson() throws SQLException {
        for (String token : List.of(portal, Tokens.coordinator(tenant), Tokens.facilitator(tenant))) {
            Caller.with(token).get("/v1/participants/" + id).then().statusCode(200);
        }
        Caller.with(portal)
                .get("/v1/participants/by-reference/sisemh/F-1")
                .then()
                .statusCode(200);
        Caller.with(portal).get("/v1/participants/" + id + "/history").then().statusCode(200); // with her addresses
        assertEquals(
                List.of(
                        "readParticipant " + id,
                        "readParticipant " + id,
                        "readParticipant " + id,
                        "readParticipantByReference " + id,
                        "readParticipantHistory " + id),
                trace());
        assertEquals(
                List.of("3"),
                Database.query(
                        "participants",
                        "SELECT count(DISTINCT subject) FROM audit_entry WHERE resource_id = ?",
                        UUID.fromString(id)));
    }

    @Test
    void writeDownWhomAListOrASearchToldOf() throws SQLException {
        String second = People.registered(Tokens.coordinator(tenant), People.woman("givenName", "Xóchitl"));
        Caller.with(Tokens.coordinator(tenant))
                .get("/v1/participants?limit=1")
                .then()
                .statusCode(200);
        search(Tokens.registrar(tenant), "Xochitl");
        search(Tokens.registrar(tenant), "Escamilla");
        assertEquals(
                List.of(
                        "listParticipants {\"participants\": [\"" + id + "\"]}",
                        "searchParticipants {\"participants\": [\"" + second + "\"]}",
                        "searchParticipants {\"participants\": [\"" + id + "\", \"" + second + "\"]}"),
                trace());
    }

    @Test
    void writeDownARepeatedRequestThatAnswersAgain() throws SQLException {
        String key = UUID.randomUUID().toString();
        Map<String, Object> told = People.woman("references", List.of(People.reference("sisemh", "F-2")));
        for (int i = 0; i < 2; i++) {
            Caller.post(portal, key).body(told).post("/v1/participants").then().statusCode(201);
        }
        assertEquals(1, trace().size());
    }

    @Test
    void writeNothingWhereNobodyIsTold() throws SQLException {
        String hidden = People.registered(Tokens.coordinator(tenant), People.woman("protected", true));
        search(portal, "Nadie");
        Caller.with(Tokens.coordinator(tenant))
                .get("/v1/participants/" + hidden)
                .then()
                .statusCode(200);
        Caller.with(Tokens.coordinator(tenant))
                .get("/v1/participants/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        Caller.with(Tokens.coordinator(tenant))
                .get("/v1/participants/" + hidden + "/history")
                .then()
                .statusCode(200);
        assertEquals(List.of(), trace());
    }

    @Test
    void writeDownWhoOpensAProtectedRecord() throws SQLException {
        String hidden = People.registered(Tokens.coordinator(tenant), People.woman("protected", true));
        String officer = Tokens.of("participants:read participants:write participants:identity", tenant);
        Caller.with(officer).get("/v1/participants/" + hidden).then().statusCode(200); // by alias: no trace
        String access = People.opened(officer, hidden);
        Caller.with(officer).get("/v1/participants/" + hidden).then().statusCode(200);
        Caller.with(officer).get("/v1/participants").then().statusCode(200);
        Caller.with(officer)
                .get("/v1/participants/" + hidden + "/history")
                .then()
                .statusCode(200);
        Caller.with(officer)
                .get("/v1/participants/" + hidden + "/consents")
                .then()
                .statusCode(200);
        Caller.patch(officer, "\"v0\"")
                .body(Map.of("student", true))
                .patch("/v1/participants/" + hidden)
                .then()
                .statusCode(200);
        String under = hidden + " {\"identityAccess\": \"" + access + "\"}";
        assertEquals(
                List.of(
                        "accessIdentity " + access,
                        "readParticipant " + under,
                        "listParticipants {\"participants\": [\"" + id + "\", \"" + hidden
                                + "\"], \"identityAccesses\": [\"" + access + "\"]}",
                        "readParticipantHistory " + under,
                        "listConsents " + under,
                        "changeParticipant " + under,
                        "changeParticipant " + hidden + " {\"fields\": [\"student\"]}"),
                trace());
    }
}

package mx.trayecto.programs.followup;

import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Group;
import mx.trayecto.programs.Told;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

@QuarkusTest
@TrayectoTest
class FollowUpTest {
    private static final String CANARY = "No puede salir los martes por su hija";

    @Test
    void keepsWhatWasWrittenToThoseWhoWork() throws Exception {
        Group group = new Group(1);
        UUID woman = group.enrolled();
        String path = "/v1/enrollments/" + woman + "/follow-ups";
        Response made = group.act(
                path, "{\"on\": \"2024-06-20\", \"kind\": \"video-call\", \"text\": \"%s\"}".formatted(CANARY));
        made.then().statusCode(201).body("text", equalTo(CANARY)).body("recordedBy", notNullValue());
        Caller.with(Tokens.registrar(group.tenant)).get(path).then().body("items.text", contains(nullValue()));
        Caller.with(Tokens.facilitator(group.tenant))
                .get(path)
                .then()
                .body("items.text", contains(CANARY))
                .header("Cache-Control", "no-store");
        Told told = Told.of(Group.ENROLLMENTS, woman, 3).getLast();
        assertEquals("followed-up", told.type());
        assertEquals(
                made.jsonPath().getString("id"), told.data().get("followUp").asText());
        assertEquals("video-call", told.data().get("kind").asText());
        assertFalse(told.data().toString().contains("martes"));
        for (String row :
                Database.query("programs", "SELECT f::text FROM follow_up f WHERE enrollment_id = ?", woman)) {
            assertFalse(row.contains("martes"));
        }
    }

    @Test
    void isDatedAndOfAKnownKind() {
        Group group = new Group(1);
        UUID woman = group.enrolled();
        String path = "/v1/enrollments/" + woman + "/follow-ups";
        group.act(path, "{\"on\": \"2024-06-09\", \"kind\": \"call\"}").then().statusCode(422);
        group.act(path, "{\"on\": \"2099-06-09\", \"kind\": \"call\"}").then().statusCode(422);
        group.act(path, "{\"kind\": \"telepatia\"}").then().statusCode(422);
        group.act(path, "{\"kind\": \"call\", \"staff\": \"%s\"}".formatted(UUID.randomUUID()))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/staff"));
        Caller.post(Tokens.registrar(group.tenant))
                .body("{\"kind\": \"call\"}")
                .post(path)
                .then()
                .statusCode(403);
        group.read(path).then().body("items", hasSize(0));
    }

    @Test
    void writesNothingMoreOfASuppressedWoman() {
        Group group = new Group(1);
        UUID woman = group.participant();
        UUID enrollment = Group.made(group.enroll(woman));
        Broker.send(Group.PARTICIPANTS, "mx.trayecto.participant.changed.v1", group.tenant, woman, 2, null);
        Caller.post(group.token)
                .header("Trayecto-Min-Position", "trayecto.participants.v1/" + woman + "/1.2")
                .body("{\"on\": \"2024-06-20\", \"kind\": \"call\", \"text\": \"Algo\"}")
                .post("/v1/enrollments/" + enrollment + "/follow-ups")
                .then()
                .statusCode(409)
                .body("code", equalTo("participant-suppressed"));
    }
}

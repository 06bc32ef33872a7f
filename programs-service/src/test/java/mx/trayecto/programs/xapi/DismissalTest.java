package mx.trayecto.programs.xapi;

import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Group;

import static mx.trayecto.programs.xapi.Lms.statement;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Statements that nobody will ever place. */
@QuarkusTest
@TrayectoTest
class DismissalTest {
    private static final String WHY = "{\"reason\": \"not-ours\"}";

    private Group group;
    private Lms lms;

    @BeforeEach
    void begin() {
        group = new Group(2);
        lms = new Lms(group);
    }

    private Response dismiss(UUID id, String body) {
        return group.act(Lms.PATH + "/" + id + "/dismissal", body);
    }

    @Test
    void endsTheWaitingWithItsReason() {
        UUID id = UUID.randomUUID();
        UUID nobody = UUID.randomUUID();
        String told = statement(id, nobody, "completed", "edapp-1", "2024-06-21T12:00:00Z");
        UUID voiding = UUID.randomUUID();
        lms.sent(told, Lms.voiding(voiding, UUID.randomUUID()));
        dismiss(id, WHY)
                .then()
                .statusCode(200)
                .body("status", equalTo("dismissed"))
                .body("reason", equalTo("unknown-actor"))
                .body("dismissal.reason", equalTo("not-ours"))
                .body("dismissal.by", notNullValue())
                .body("dismissal.at", notNullValue());
        dismiss(voiding, "{\"reason\": \"taken-back\"}").then().statusCode(200);
        lms.listed("?status=parked").body("items", hasSize(0));
        lms.listed("?status=dismissed").body("items", hasSize(2));
        lms.retried().body("applied", equalTo(0)).body("parked", equalTo(0));
        lms.sent(told);
        lms.listed("?status=dismissed").body("items", hasSize(2));
        Caller.with(Tokens.auditor(group.tenant))
                .get("/v1/audit/programs?resource=" + id)
                .then()
                .body("items.action", hasItem("dismissStatement"));
    }

    @Test
    void isOfWhatWaitsOnly() {
        UUID woman = group.enrolled();
        UUID applied = UUID.randomUUID();
        UUID waits = UUID.randomUUID();
        lms.sent(
                statement(applied, woman, "completed", "edapp-1", "2024-06-21T12:00:00Z"),
                statement(waits, woman, "completed", "edapp-9", "2024-06-21T12:00:00Z"));
        dismiss(applied, WHY).then().statusCode(409).body("code", equalTo("statement-not-parked"));
        dismiss(waits, "{}").then().statusCode(422).body("errors.pointer", contains("/reason"));
        dismiss(waits, "{\"reason\": \"porque sí\"}").then().statusCode(422);
        dismiss(UUID.randomUUID(), WHY).then().statusCode(404);
        dismiss(waits, WHY).then().statusCode(200);
        dismiss(waits, WHY).then().statusCode(409);
        lms.listed("?status=applied").body("items", hasSize(1));
    }

    @Test
    void isForThoseOfTheWholeTenantAndAnsweredAlikeWhenRepeated() {
        UUID id = UUID.randomUUID();
        lms.sent(statement(id, UUID.randomUUID(), "completed", "edapp-1", "2024-06-21T12:00:00Z"));
        String path = Lms.PATH + "/" + id + "/dismissal";
        for (String token : new String[] {
            Tokens.facilitator(group.tenant, group.catalogue.center), Tokens.portal(group.tenant, "jalisco")
        }) {
            Caller.post(token).body(WHY).post(path).then().statusCode(403);
        }
        Caller.post(Tokens.coordinator(UUID.randomUUID()))
                .body(WHY)
                .post(path)
                .then()
                .statusCode(404);
        Response first = Caller.post(group.token, "dismissed-once").body(WHY).post(path);
        Response again = Caller.post(group.token, "dismissed-once").body(WHY).post(path);
        first.then().statusCode(200);
        again.then().statusCode(200).header("Idempotency-Replayed", equalTo("true"));
        assertEquals(first.asString(), again.asString());
    }
}

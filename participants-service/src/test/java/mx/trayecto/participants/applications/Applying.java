package mx.trayecto.participants.applications;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.response.ValidatableResponse;

import mx.trayecto.participants.People;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Tokens;

/** A tenant whose portal and staff apply for women. */
abstract class Applying {
    final UUID tenant = UUID.randomUUID();
    final UUID cohort = UUID.randomUUID();
    final String portal = Tokens.portal(tenant, "sisemh");
    final String coordinator = Tokens.coordinator(tenant);

    Map<String, Object> application(Map<String, Object> woman, String externalId) {
        Map<String, Object> body = new HashMap<>(Map.of("participant", woman, "cohort", cohort));
        body.put("reference", People.reference("sisemh", externalId));
        return body;
    }

    static ValidatableResponse submit(String token, Map<String, Object> body) {
        return Caller.post(token).body(body).post("/v1/applications").then();
    }

    List<String> count(String table) throws SQLException {
        return Database.query("participants", "SELECT count(*) FROM " + table + " WHERE tenant_id = ?", tenant);
    }
}

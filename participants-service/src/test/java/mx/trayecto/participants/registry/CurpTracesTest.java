package mx.trayecto.participants.registry;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.Json;
import org.junit.jupiter.api.Test;

import mx.trayecto.participants.People;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Importing;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Who tries whether a CURP is registered can be found, and the audit does not tell whose it was. */
@QuarkusTest
@TrayectoTest
class CurpTracesTest {
    private final UUID tenant = UUID.randomUUID();
    private final String coordinator = Tokens.coordinator(tenant);
    private final String portal = Tokens.portal(tenant, "sisemh");

    @Inject
    MeterRegistry meters;

    @Test
    void areLeftByEverySearchByCurpWhateverItFinds() throws SQLException {
        Map<String, Object> plain = People.womanWithCurp();
        Map<String, Object> hidden = People.with(People.womanWithCurp(), "protected", true);
        String id = People.registered(coordinator, plain);
        People.registered(coordinator, hidden);
        double none = meters.counter(CurpTraces.SEARCHES, "found", "none").count();
        double some = meters.counter(CurpTraces.SEARCHES, "found", "some").count();
        search("curp", plain.get("curp"), 1);
        search("curp", hidden.get("curp"), 0);
        search("curp", People.womanWithCurp().get("curp"), 0);
        search("name", "Nadie", 0);
        assertEquals(
                List.of(
                        "searchByCurp {\"found\": 1}",
                        "searchParticipants {\"participants\": [\"" + id + "\"]}",
                        "searchByCurp {\"found\": 0}",
                        "searchByCurp {\"found\": 0}"),
                trace());
        assertEquals(
                none + 2, meters.counter(CurpTraces.SEARCHES, "found", "none").count());
        assertEquals(
                some + 1, meters.counter(CurpTraces.SEARCHES, "found", "some").count());
    }

    @Test
    void areLeftByEveryRefusalThoughNothingElseIs() throws SQLException {
        Map<String, Object> hidden = People.with(People.womanWithCurp(), "protected", true);
        People.registered(coordinator, hidden);
        Map<String, Object> open = People.with(People.with(hidden, "protected", false), "curp", null);
        String another = People.registered(coordinator, open);
        double refusals = meters.counter(CurpTraces.REFUSALS).count();
        People.register(coordinator, hidden).statusCode(409);
        People.register(portal, People.with(hidden, "references", List.of(People.reference("sisemh", "F-1"))))
                .statusCode(409);
        Caller.patch(coordinator, "\"v0\"")
                .body("{\"curp\":\"" + hidden.get("curp") + "\"}")
                .patch("/v1/participants/" + another)
                .then()
                .statusCode(409);
        Map<String, Object> row = People.with(hidden, "externalId", "F-2");
        byte[] file = (Json.encode(row) + "\n" + Json.encode(People.with(row, "externalId", "F-3")))
                .getBytes(StandardCharsets.UTF_8);
        for (String query : List.of("&dryRun=true", "")) {
            assertEquals(
                    "done 2/2: 0 0 0 2",
                    Importing.told(Importing.imported(
                            coordinator,
                            "/v1/participants/imports?sourceSystem=sisemh" + query,
                            "application/x-ndjson",
                            file)));
        }
        assertEquals(
                List.of(
                        "refuseCurp {\"operation\": \"registerParticipant\"}",
                        "refuseCurp {\"operation\": \"registerParticipant\"}",
                        "refuseCurp {\"operation\": \"changeParticipant\"}",
                        "refuseCurp {\"rows\": 2, \"operation\": \"import participants\"}",
                        "refuseCurp {\"rows\": 2, \"operation\": \"import participants\"}"),
                trace().stream().filter(entry -> entry.startsWith("refuse")).toList());
        assertEquals(refusals + 7, meters.counter(CurpTraces.REFUSALS).count());
        assertEquals(
                List.of("5"),
                Database.query(
                        "participants",
                        "SELECT count(subject) FROM audit_entry" + " WHERE tenant_id = ? AND action = 'refuseCurp'",
                        tenant));
        Caller.with(Tokens.auditor(tenant))
                .get("/v1/audit/participants?action=refuseCurp")
                .then()
                .statusCode(200)
                .body("items", hasSize(5))
                .body("items.details.operation", hasItem("registerParticipant"));
        assertTrue(trace().stream().noneMatch(entry -> entry.contains((String) hidden.get("curp"))));
    }

    private void search(String criterion, Object value, int found) {
        Caller.post(coordinator)
                .body(Map.of(criterion, value))
                .post("/v1/participants/search")
                .then()
                .statusCode(200)
                .body("items", hasSize(found));
    }

    private List<String> trace() throws SQLException {
        return Database.query(
                "participants",
                "SELECT concat_ws(' ', action, details::text) FROM audit_entry"
                        + " WHERE tenant_id = ? AND action <> 'registerParticipant' ORDER BY id",
                tenant);
    }
}

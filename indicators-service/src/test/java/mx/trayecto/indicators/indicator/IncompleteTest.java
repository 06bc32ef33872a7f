package mx.trayecto.indicators.indicator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.trayecto.indicators.history.Story;
import mx.trayecto.indicators.history.Wire;
import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static mx.trayecto.platform.testing.Caller.with;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Records without a readable key are missing in figures as parked keys are, and figures say so. */
@QuarkusTest
@TrayectoTest
class IncompleteTest {
    private final UUID tenant = UUID.randomUUID();
    private final UUID stranger = UUID.randomUUID();

    @BeforeEach
    void theTopicsAreThere() {
        Wire.topics();
    }

    /** Else they would make the figures of every other test incomplete. */
    @AfterEach
    void theOperatorGivesTheRecordsUp() {
        String operator = Tokens.of("tenants:admin", tenant);
        List<Map<String, Object>> aside =
                with(operator).get("/internal/dead-letters").jsonPath().getList("items");
        aside.stream()
                .filter(record -> record.get("key") == null)
                .forEach(record -> with(operator)
                        .delete("/internal/dead-letters/" + record.get("id"))
                        .then()
                        .statusCode(204));
        assertEquals(0, incomplete(indicator(tenant), tenant));
    }

    @Test
    void aRecordOfWhichNeitherKeyNorTenantCanBeReadMakesEverybodysFiguresIncomplete() {
        String mine = indicator(tenant);
        String theirs = indicator(stranger);
        send(null);
        Eventually.get(() -> incomplete(mine, tenant), incomplete -> incomplete == 1);

        assertEquals(1, incomplete(theirs, stranger));
        with(Tokens.analyst(tenant))
                .get("/v1/indicators/" + mine + "/provenance")
                .then()
                .statusCode(200)
                .body(
                        "incomplete", equalTo(1),
                        "parked", hasSize(1),
                        "parked[0].topic", equalTo(Story.ENROLLMENTS),
                        "parked[0].key", nullValue());
        String framework = with(Tokens.analyst(tenant))
                .get("/v1/indicators/" + mine)
                .jsonPath()
                .getString("framework");
        with(Tokens.analyst(tenant))
                .get("/v1/frameworks/" + framework + "/achievement")
                .then()
                .statusCode(200)
                .body("incomplete", equalTo(1));
    }

    @Test
    void aRecordWithoutKeyOfAKnownTenantIsItsAlone() throws Exception {
        String mine = indicator(tenant);
        String theirs = indicator(stranger);
        send(tenant);
        Eventually.get(() -> incomplete(mine, tenant), incomplete -> incomplete == 1);

        assertEquals(0, incomplete(theirs, stranger));
        assertEquals(
                List.of("0"),
                Database.queryAs(stranger, "indicators", "SELECT count(topic) FROM dead_letter"),
                "the row itself is hidden from others too");
    }

    private static void send(UUID tenant) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Story.ENROLLMENTS, "no uuid", "{}".getBytes(StandardCharsets.UTF_8));
        if (tenant != null) {
            record.headers().add("ce_tenant", tenant.toString().getBytes(StandardCharsets.UTF_8));
        }
        Broker.send(record);
    }

    private static String indicator(UUID tenant) {
        Requests requests = new Requests(tenant);
        return requests.define(requests.framework("I-" + UUID.randomUUID()), "1.1", Requests.graduated(""))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static int incomplete(String indicator, UUID tenant) {
        return with(Tokens.analyst(tenant))
                .get("/v1/indicators/" + indicator + "/values")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getInt("incomplete");
    }
}

package mx.trayecto.programs;

import java.io.IOException;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import mx.trayecto.platform.testing.Broker;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/** What this service tells of aggregates of which a consumer holds more than it has itself, as after a restore. */
@QuarkusTest
@TrayectoTest
class ReconciliationTest {
    private static final String PROGRAMS = "trayecto.programs.v1";
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @EnumSource(names = {"ORGANIZATION", "STAFF", "AGREEMENT", "TRANSACTION", "CENTER", "PROGRAM", "PATHWAY", "COHORT"})
    void aSnapshotIsToldAgainAsItIs(Kind kind) throws IOException {
        Catalogue catalogue = new Catalogue();
        UUID id = catalogue.create(kind.path, kind.body(catalogue));
        ConsumerRecord<String, String> first = Eventually.get(() -> Golden.all(PROGRAMS, id), sent -> !sent.isEmpty())
                .getLast();
        repair(PROGRAMS, catalogue.tenant, id);
        ConsumerRecord<String, String> again = Eventually.get(() -> Golden.all(PROGRAMS, id), sent -> sent.size() > 1)
                .getLast();
        assertEquals(Broker.header(first, "ce_type"), Broker.header(again, "ce_type"));
        assertEquals("2", Broker.header(again, "ce_sequence"));
        assertEquals(JSON.readTree(first.value()), JSON.readTree(again.value()));
    }

    @Test
    void aSnapshotWaitsForTheChangeUnderWay() throws Exception {
        Catalogue catalogue = new Catalogue();
        UUID id = catalogue.create(Kind.CENTER.path, Kind.CENTER.body(catalogue));
        try (Connection change = Database.connect("programs", "owner");
                var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            change.setAutoCommit(false);
            Database.query(change, "UPDATE center SET name = 'Otro nombre' WHERE id = ?", id);
            Future<?> repaired = pool.submit(() -> repair(PROGRAMS, catalogue.tenant, id));
            Eventually.get(
                    () -> Database.query("programs", "SELECT count(*) > 0 FROM pg_locks WHERE NOT granted"),
                    List.of("t")::equals);
            change.commit();
            repaired.get();
        }
        String told = Eventually.get(() -> Golden.all(PROGRAMS, id), sent -> sent.size() > 1)
                .getLast()
                .value();
        assertEquals("Otro nombre", JSON.readTree(told).get("name").asText());
    }

    @Test
    void ofWhatIsGoneATombstoneIsTold() {
        UUID gone = UUID.randomUUID();
        repair(PROGRAMS, UUID.randomUUID(), gone);
        assertNull(Eventually.get(() -> Golden.all(PROGRAMS, gone), sent -> !sent.isEmpty())
                .getLast()
                .value());
    }

    @ParameterizedTest
    @CsvSource({
        "trayecto.enrollments.v1, mx.trayecto.enrollment.restored.v1",
        "trayecto.surveys.v1, mx.trayecto.survey.restored.v1",
        "trayecto.activities.v1, mx.trayecto.activity.restored.v1",
        "trayecto.deliveries.v1, mx.trayecto.delivery.restored.v1",
        "trayecto.credentials.v1, mx.trayecto.credential.restored.v1"
    })
    void onATopicOfEventsAMarkerIsTold(String topic, String type) throws IOException {
        UUID gone = UUID.randomUUID();
        repair(topic, UUID.randomUUID(), gone);
        Eventually.get(() -> Golden.all(topic, gone), sent -> !sent.isEmpty());
        Golden.assertSent(topic, gone, type);
    }

    @Test
    void aMarkerFollowsTheLastEventThatIsLeft() {
        Group group = new Group(1);
        UUID enrollment = group.enrolled();
        repair(Group.ENROLLMENTS, group.tenant, enrollment);
        List<Told> told = Told.of(Group.ENROLLMENTS, enrollment, 3);
        assertEquals(
                List.of("applied", "enrolled", "restored"),
                told.stream().map(Told::type).toList());
        assertEquals(3, told.getLast().sequence());
    }

    private static void repair(String topic, UUID tenant, UUID aggregate) {
        Caller.post(Tokens.of("tenants:admin", UUID.randomUUID()))
                .body("""
                        {"items": [{"tenant": "%s", "aggregate": "%s", "epoch": 1, "sequence": 99}]}""".formatted(tenant, aggregate))
                .post("/internal/positions/compare?topic=" + topic + "&repair=true")
                .then()
                .statusCode(200)
                .body("repaired", equalTo(1));
    }
}

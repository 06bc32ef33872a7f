package mx.trayecto.indicators.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import mx.trayecto.platform.inbox.InboxEvent;
import mx.trayecto.platform.inbox.InboxHandler;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Every event that the other services publish, as their golden files show it, can be taken in; applications and credentials
 * are in no figure, and markers of a restore never reach a handler.
 */
@QuarkusTest
@TrayectoTest
class GoldenEventsTest {
    private static final Map<String, String> SUBJECTS = Map.of(
            "participant", "trayecto.participants.v1",
            "enrollment", "trayecto.enrollments.v1",
            "survey", "trayecto.surveys.v1",
            "activity", "trayecto.activities.v1",
            "delivery", "trayecto.deliveries.v1",
            "collective", "trayecto.collectives.v1",
            "training", "trayecto.activities.v1",
            "support", "trayecto.activities.v1",
            "qualification", "trayecto.activities.v1");

    @Inject
    @Any
    Instance<InboxHandler> handlers;

    @Inject
    @DataSource("worker")
    AgroalDataSource worker;

    static Stream<Path> golden() throws IOException {
        return Stream.concat(
                        Files.list(Path.of("..", "programs-service", "events")),
                        Files.list(Path.of("..", "participants-service", "events")))
                .filter(file -> file.toString().endsWith(".json")
                        && Stream.of("application", "credential").noneMatch(file.toString()::contains)
                        && !file.toString().endsWith(".restored.v1.json"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("golden")
    void canBeTakenIn(Path file) throws IOException, SQLException {
        String type = file.getFileName().toString().replaceFirst("(-[a-z]+)?\\.json$", "");
        String aggregate = type.split("\\.")[2];
        String topic = SUBJECTS.getOrDefault(aggregate, "trayecto.programs.v1");
        JsonNode data = new ObjectMapper().readTree(file.toFile());
        String key = switch (aggregate) {
            case "survey" -> "response";
            case "training" -> "activity";
            default -> aggregate;
        };
        UUID subject = UUID.fromString(data.path(key).asText());
        InboxEvent event = new InboxEvent(
                topic, 0, 0, UUID.randomUUID(), type, subject, 1, 1, UUID.randomUUID(), Instant.now(), null, data);
        int taken = 0;
        try (Connection connection = worker.getConnection()) {
            connection.setAutoCommit(false);
            for (InboxHandler handler : handlers) {
                if (handler.topics().contains(topic)) {
                    handler.apply(connection, List.of(event));
                    taken++;
                }
            }
            connection.rollback();
        }
        assertTrue(taken > 0, topic);
    }
}

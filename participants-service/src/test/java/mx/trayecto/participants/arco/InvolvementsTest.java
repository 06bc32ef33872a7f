package mx.trayecto.participants.arco;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

import mx.trayecto.participants.Elsewhere;
import mx.trayecto.participants.People;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What she takes part in and was given is handed over to her with the rest. */
@QuarkusTest
@TrayectoTest
class InvolvementsTest {
    private final UUID tenant = UUID.randomUUID();
    private final String coordinator = Tokens.coordinator(tenant);
    private final String officer = Tokens.protectionOfficer(tenant);

    private JsonPath exported(String woman) throws IOException {
        byte[] archive = Caller.with(officer)
                .get(Arco.granted(officer, Arco.request(woman, "access")) + "/export")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("datos.json")) {
                    return JsonPath.from(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        throw new AssertionError("no datos.json");
    }

    @Test
    void areInTheAccessExport() throws IOException, SQLException {
        String woman = People.registered(coordinator, People.woman());
        String collective = Caller.post(coordinator)
                .body("""
                        {"name":"Tejedoras del Istmo","kind":"cooperative","sector":"textiles","municipality":"20043"}""")
                .post("/v1/collectives")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Caller.post(coordinator)
                .body(Map.of("participant", woman, "role", "treasurer", "joinedOn", "2024-06-03"))
                .post("/v1/collectives/" + collective + "/members")
                .then()
                .statusCode(201);
        UUID delivery = UUID.randomUUID();
        Elsewhere.delivery(
                "delivered", "delivered", tenant, delivery, 1, woman, UUID.randomUUID(), "1500.00", "2024-07-15");
        Eventually.get(
                () -> Database.query("participants", "SELECT id FROM beneficiary_delivery WHERE id = ?", delivery),
                found -> !found.isEmpty());
        JsonPath held = exported(woman);
        assertEquals(List.of("Tejedoras del Istmo"), held.getList("collectives.name"));
        assertEquals(List.of("treasurer"), held.getList("collectives.role"));
        assertEquals(List.of("stipend"), held.getList("deliveries.benefit"));
        assertEquals(List.of("1500.00"), held.getList("deliveries.amount"));
        assertEquals(List.of("2024-07-15"), held.getList("deliveries.deliveredOn"));
    }
}

package mx.trayecto.participants.duplicates;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.trayecto.participants.Elsewhere;
import mx.trayecto.participants.People;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Promise S1 for pairs: staff of a centre see one only where both women are served there, by the row policies alone. */
@QuarkusTest
@TrayectoTest
class DuplicateCompartmentTest {
    private final UUID tenant = UUID.randomUUID();
    private UUID crea;
    private UUID cjm;
    private String pair;

    @BeforeEach
    void pair() {
        crea = Elsewhere.center(tenant);
        cjm = Elsewhere.center(tenant);
        String registrar = Tokens.registrar(tenant);
        String one = People.registered(registrar, People.with(DuplicateTest.again(), "center", crea));
        String other = People.registered(
                registrar, People.with(People.with(DuplicateTest.again(), "center", cjm), "givenName", "Fernanda"));
        Compared.all(tenant);
        List<String> ids = Caller.with(registrar)
                .get("/v1/duplicates")
                .jsonPath()
                .getList("items.findAll" + " { it.participants.contains('" + one + "') && it.participants.contains('"
                        + other + "') }.id");
        assertEquals(1, ids.size());
        pair = ids.getFirst();
    }

    @Test
    void isSeenWhereBothAreServed() {
        for (UUID center : List.of(crea, cjm)) {
            String staff = Tokens.registrar(tenant, center);
            Caller.with(staff).get("/v1/duplicates/" + pair).then().statusCode(404);
            Caller.post(staff)
                    .body("{}")
                    .post("/v1/duplicates/" + pair + "/confirmation")
                    .then()
                    .statusCode(404);
        }
        Caller.with(Tokens.registrar(tenant, crea, cjm))
                .get("/v1/duplicates/" + pair)
                .then()
                .statusCode(200)
                .body("id", equalTo(pair));
        Caller.with(Tokens.registrar(tenant, UUID.randomUUID()))
                .get("/v1/duplicates")
                .then()
                .body("items", empty());
    }

    @Test
    void holdsWithTheCodesOwnFiltersRemoved() throws SQLException {
        String seen = "SELECT 1 FROM duplicate WHERE id = '" + pair + "'";
        assertEquals(List.of("1"), as(tenant, crea + "," + cjm, "", seen));
        assertEquals(List.of(), as(tenant, crea.toString(), "", seen));
        assertEquals(List.of(), as(tenant, "", "sisemh", seen));
        assertEquals(List.of(), as(UUID.randomUUID(), "", "", seen));
        for (String table : List.of("duplicate", "duplicate_token", "duplicate_check")) {
            String foreign = "SELECT 1 FROM " + table + " WHERE tenant_id <> '" + tenant + "'";
            assertEquals(List.of(), as(tenant, "", "", foreign), table);
        }
        assertEquals(List.of(), as(tenant, crea.toString(), "", "SELECT 1 FROM duplicate_token"));
    }

    private static List<String> as(UUID tenant, String centers, String source, String sql) throws SQLException {
        try (Connection runtime = Database.connect("participants", "runtime")) {
            runtime.setAutoCommit(false);
            Database.query(
                    runtime,
                    "SELECT set_config('app.tenant', ?, true), set_config('app.centers', ?, true),"
                            + " set_config('app.source_system', ?, true)",
                    tenant.toString(),
                    centers,
                    source);
            return Database.query(runtime, sql);
        }
    }
}

package mx.trayecto.participants.registry;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import mx.trayecto.participants.People;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
@TrayectoTest
class DuplicateCurpTest {
    private final UUID tenant = UUID.randomUUID();
    private final String registrar = Tokens.registrar(tenant);

    @Test
    void letsOneOfTenConcurrentRegistrationsThrough() throws Exception {
        Map<String, Object> told = People.womanWithCurp();
        List<Callable<Integer>> calls = Collections.nCopies(
                10, () -> People.register(registrar, told).extract().statusCode());
        Map<Integer, Integer> statuses = new HashMap<>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var call : pool.invokeAll(calls)) {
                statuses.merge(call.get(), 1, Integer::sum);
            }
        }
        assertEquals(Map.of(201, 1, 409, 9), statuses);
        assertEquals(
                List.of("1"),
                Database.query("participants", "SELECT count(*) FROM participant WHERE tenant_id = ?", tenant));
    }

    @Test
    void refusesAChangeToATakenCurpAndFreesOneThatIsGivenUp() {
        Map<String, Object> told = People.womanWithCurp();
        String first = People.registered(registrar, told);
        Map<String, Object> without = People.with(told, "curp", null);
        String second = People.registered(registrar, without);
        String patch = "{\"curp\":\"" + told.get("curp") + "\"}";
        Caller.patch(registrar, "\"v0\"")
                .body(patch)
                .patch("/v1/participants/" + second)
                .then()
                .statusCode(409)
                .body("code", equalTo("duplicate-curp"))
                .header("Location", "/v1/participants/" + first);
        Caller.patch(registrar, "\"v0\"")
                .body("{\"curp\":null}")
                .patch("/v1/participants/" + first)
                .then()
                .statusCode(200);
        Caller.patch(registrar, "\"v0\"")
                .body(patch)
                .patch("/v1/participants/" + second)
                .then()
                .statusCode(200)
                .body("curp", equalTo(told.get("curp")));
    }

    @Test
    void holdsACorrectedBirthDateAgainstTheCurp() {
        String id = People.registered(registrar, People.womanWithCurp());
        Caller.patch(registrar, "\"v0\"")
                .body("{\"birthDate\":\"1999-01-01\"}")
                .patch("/v1/participants/" + id)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/birthDate"))
                .body("errors.code", hasItem("curp-other-date"));
    }
}

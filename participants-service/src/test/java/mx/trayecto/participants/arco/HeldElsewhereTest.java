package mx.trayecto.participants.arco;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import mx.trayecto.participants.Elsewhere;
import mx.trayecto.participants.People;
import mx.trayecto.platform.crypto.Vouchers;
import mx.trayecto.platform.tenancy.Actor;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What programmes hold of a woman is asked for as the officer who may have it, and no archive is made without it. */
@QuarkusTest
@TrayectoTest
@WithTestResource(value = ProgramsAnswer.class, scope = TestResourceScope.GLOBAL)
class HeldElsewhereTest {
    @Inject
    Vouchers vouchers;

    @Inject
    CurrentActor actor;

    private final UUID tenant = UUID.randomUUID();
    private final String coordinator = Tokens.coordinator(tenant);
    private final String officer = Tokens.protectionOfficer(tenant);

    private static ValidatableResponse exported(String officer, String request) {
        return Caller.with(officer).get(request + "/export").then();
    }

    /** The records in the voucher that was sent last, opened as programs-service opens it. */
    private List<String> vouchedFor(String record) {
        JsonPath asked = JsonPath.from(ProgramsAnswer.asked("body"));
        assertEquals(record, asked.getString("participant"));
        String claims = new String(Base64.getUrlDecoder().decode(officer.split("\\.")[1]), StandardCharsets.UTF_8);
        Actor asOfficer = new Actor(
                JsonPath.from(claims).getString("sub"),
                "programs-service",
                tenant,
                tenant,
                Set.of(),
                Optional.empty(),
                Set.of());
        UUID person = UUID.fromString(record);
        return actor
                .runAs(asOfficer, () -> vouchers.redeem("exportArcoRequest", person, asked.getString("voucher")))
                .stream()
                .map(UUID::toString)
                .toList();
    }

    private List<String> exports() throws SQLException {
        return Database.query(
                "participants",
                "SELECT count(*) FROM audit_entry WHERE tenant_id = ? AND action = 'exportArcoRequest'",
                tenant);
    }

    @Test
    void isAskedForByTheOfficersTokenAndInTheSameTrace() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        String id = People.registered(coordinator, People.woman());
        Caller.with(officer)
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .get(Arco.granted(officer, Arco.request(id, "access")) + "/export")
                .then()
                .statusCode(200);
        assertEquals("Bearer " + officer, ProgramsAnswer.asked("Authorization"));
        assertEquals(trace, ProgramsAnswer.asked("traceparent").split("-")[1]);
        assertEquals(List.of(id), vouchedFor(id));
    }

    @Test
    void isAskedForUnderEachOfHerRecords() {
        String kept = People.registered(coordinator, People.woman("givenName", "Xóchitl"));
        String other = People.registered(coordinator, People.woman("givenName", "Xochitl"));
        Caller.post(coordinator)
                .body(Map.of("record", other, "reason", "registered-twice"))
                .post("/v1/participants/" + kept + "/merges")
                .then()
                .statusCode(201);
        exported(officer, Arco.granted(officer, Arco.request(other, "access"))).statusCode(200);
        assertEquals(List.of(kept, other), vouchedFor(other));
    }

    /** A part that is missing would be missed by nobody. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void isNotLeftOutWhereItCannotBeHad(ProgramsAnswer.Fault fault) throws SQLException {
        String id = People.registered(coordinator, People.woman());
        String request = Arco.granted(officer, Arco.request(id, "access"));
        long started = System.nanoTime();
        ProgramsAnswer.during(
                fault,
                () -> exported(officer, request)
                        .statusCode(503)
                        .header("Retry-After", fault.passes ? equalTo("10") : nullValue())
                        .contentType("application/problem+json")
                        .body("code", equalTo("elsewhere-unavailable")));
        assertTrue(System.nanoTime() - started < 4_000_000_000L, "it waits for 2 s");
        assertEquals(List.of("0"), exports());
        exported(officer, request).statusCode(200);
        assertEquals(List.of("1"), exports());
    }

    /** Who waits has a connection to the database: others still get theirs while programs-service hangs. */
    @Test
    void isWaitedForByFewAtOnce() {
        String id = People.registered(coordinator, People.woman());
        String request = Arco.granted(officer, Arco.request(id, "access"));
        ProgramsAnswer.during(ProgramsAnswer.Fault.STALLS, () -> {
            List<CompletableFuture<Long>> waits = new ArrayList<>();
            try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 12; i++) {
                    waits.add(CompletableFuture.supplyAsync(
                            () -> exported(officer, request)
                                    .statusCode(503)
                                    .extract()
                                    .timeIn(TimeUnit.MILLISECONDS),
                            callers));
                }
            }
            long waited = waits.stream()
                    .map(CompletableFuture::join)
                    .filter(time -> time >= 1_900)
                    .count();
            assertTrue(
                    waited >= 1 && waited <= 6, waited + " of 12 waited"); // three, and who comes when these are done
        });
    }

    @Test
    void isAskedForOfNobodyWhomTheOfficerMayNotHave() throws SQLException {
        UUID center = Elsewhere.center(tenant);
        String id = People.registered(coordinator, People.woman("center", center));
        String hidden = People.registered(coordinator, People.woman("protected", true));
        ProgramsAnswer.forget();
        exported(Tokens.of("arco:write", tenant, center), Arco.granted(officer, Arco.request(id, "access")))
                .statusCode(403)
                .body("code", equalTo("forbidden"));
        exported(officer, Arco.granted(officer, Arco.request(hidden, "access")))
                .statusCode(403)
                .body("code", equalTo("protected-record"));
        exported(officer, Arco.filed(officer, id, "access")).statusCode(409);
        assertNull(ProgramsAnswer.asked("body"));
        assertEquals(List.of("0"), exports());
    }
}

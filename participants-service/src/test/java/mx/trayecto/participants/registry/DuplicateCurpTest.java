package mx.trayecto.participants.registry;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import mx.trayecto.participants.Elsewhere;
import mx.trayecto.participants.People;
import mx.trayecto.participants.StatementLog;
import mx.trayecto.participants.duplicates.Compared;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Importing;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@TrayectoTest
class DuplicateCurpTest {
    private static final String SCOPES = "participants:read participants:write imports:write";

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
                .body("code", equalTo("duplicate-curp"));
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

    /** Seen by the caller, protected, blocked, of another centre or of another portal: by byte and by statement. */
    @Test
    void tellsNothingOfWhoHasIt() {
        UUID crea = Elsewhere.center(tenant);
        List<Map<String, Object>> women = held(crea, Elsewhere.center(tenant));
        for (String token : List.of(
                Tokens.of(SCOPES, tenant),
                Tokens.of(SCOPES, tenant, crea),
                Tokens.sign(Tokens.claims(tenant, SCOPES).claim("source_system", "sisemh")))) {
            Map<String, Object> mine = People.reference("sisemh", "M-" + UUID.randomUUID());
            String record = "/v1/participants/" + People.registered(token, People.woman("references", List.of(mine)));
            Compared.everybody();
            alike(women, told -> Caller.post(token).body(told).post("/v1/participants"));
            alike(women, told -> Caller.patch(token, "\"v0\"").body(told).patch(record));
            for (Object external : List.of(mine.get("externalId"), "NEW")) {
                alike(
                        women,
                        told -> Caller.put(token, "*")
                                .body(told)
                                .put("/v1/participants/by-reference/sisemh/" + external));
            }
            for (String query : List.of("&dryRun=true", "")) {
                isRefusedAlikeInAFile(women, token, query);
            }
        }
    }

    /** Women of all kinds, each as she may be registered once more. */
    private List<Map<String, Object>> held(UUID crea, UUID cjm) {
        List<Map<String, Object>> women =
                Stream.generate(People::womanWithCurp).limit(6).toList();
        People.registered(registrar, women.get(0));
        People.registered(registrar, People.with(women.get(1), "protected", true));
        People.registered(registrar, People.with(women.get(2), "center", crea));
        People.registered(registrar, People.with(women.get(3), "center", cjm));
        People.registered(
                Tokens.portal(tenant, "sisemh"),
                People.with(women.get(4), "references", List.of(People.reference("sisemh", "P-1"))));
        cancelled(People.registered(registrar, women.get(5)));
        return women.stream()
                .map(woman -> People.with(woman, "references", List.of(People.reference("sisemh", "NEW"))))
                .toList();
    }

    private void cancelled(String id) {
        String officer = Tokens.of("participants:read participants:identity arco:write", tenant);
        Map<String, Object> request = Map.of(
                "participant", id, "kind", "cancellation", "requester", "herself", "proofReference", "INE cotejada");
        String filed = Caller.post(officer)
                .body(request)
                .post("/v1/arco-requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Map<String, Map<String, Object>> steps = new LinkedHashMap<>();
        steps.put("answer", Map.of("granted", true));
        steps.put("effect", Map.of());
        steps.forEach((step, told) -> Caller.post(officer)
                .body(told)
                .post("/v1/arco-requests/" + filed + "/" + step)
                .then()
                .statusCode(200));
    }

    private static void alike(List<Map<String, Object>> women, Function<Map<String, Object>, Response> request) {
        Set<String> answers = new HashSet<>();
        Set<List<String>> work = new HashSet<>();
        for (Map<String, Object> told : women) {
            work.add(StatementLog.during(() -> answers.add(answer(request.apply(told)))));
        }
        assertEquals(1, answers.size(), answers.toString());
        assertTrue(answers.iterator().next().startsWith("409 "), answers.toString());
        assertEquals(1, work.size(), work.toString());
        assertFalse(work.iterator().next().isEmpty(), "statements are seen");
    }

    /** The whole answer but what is the request's own: its trace, and the time. */
    private static String answer(Response answer) {
        List<String> headers = answer.headers().asList().stream()
                .filter(header -> !header.getName().equalsIgnoreCase("date"))
                .map(Header::toString)
                .sorted()
                .toList();
        return answer.statusCode() + " " + headers + " " + answer.asString().replaceAll("[0-9a-f]{32}", "TRACE");
    }

    private static String json(Map<String, Object> row) {
        try {
            return new ObjectMapper().writeValueAsString(row);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void isRefusedAlikeInAFile(List<Map<String, Object>> women, String token, String query) {
        StringBuilder file = new StringBuilder();
        for (Map<String, Object> told : women) {
            Map<String, Object> row = People.with(told, "externalId", "R-" + UUID.randomUUID());
            row.remove("references");
            file.append(json(row)).append('\n');
        }
        String location = Importing.begun(
                token,
                "/v1/participants/imports?sourceSystem=sisemh" + query,
                "application/x-ndjson",
                file.toString().getBytes(StandardCharsets.UTF_8));
        Importing.done(token, location);
        List<String> results = Importing.results(token, location).stream()
                .map(result -> result.getString("outcome") + " " + result.getString("id") + " "
                        + result.getMap("problem").toString().replaceAll("[0-9a-f]{32}", "TRACE"))
                .toList();
        assertEquals(women.size(), results.size());
        assertEquals(1, Set.copyOf(results).size(), results.toString());
        assertTrue(results.getFirst().contains("duplicate-curp"), results.getFirst());
    }
}

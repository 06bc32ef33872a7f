package mx.trayecto.platform.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

/**
 * S1 and S5 over every operation of the service's contract, generated from it: without a token 401, without its scope
 * 403, and for another tenant, another centre or another portal exactly what an absent resource answers. An operation
 * that names a resource and has no sample here fails, so that nothing new is left out.
 */
public abstract class CompartmentMatrix {
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    /**
     * An operation of the contract.
     *
     * @param contentType what it takes; JSON where it says nothing
     */
    public record Operation(String method, String template, String id, String contentType) {
        boolean names() {
            return template.contains("{");
        }

        boolean posts() {
            return method.equals("POST");
        }

        boolean changes() {
            return Set.of("PATCH", "PUT", "DELETE").contains(method);
        }

        @Override
        public String toString() {
            return method + " " + template;
        }
    }

    /** Makes the first tenant's resources and tells, for each path template with parameters, one that exists. */
    protected abstract Map<String, String> samples();

    /** A body that passes validation, by operation id; where there is none an empty object is sent. */
    protected Map<String, String> bodies() {
        return Map.of();
    }

    /** Tokens with every scope that must not see the samples: other tenants, other centres, other portals, by name. */
    protected abstract Map<String, String> outsiders();

    /** Templates that an outsider of the same tenant may read all the same, such as a tenant's programmes. */
    protected boolean shared(String outsider, Operation operation) {
        return false;
    }

    /** Operations whose answer is the same for everybody, such as built-in catalogues. */
    protected boolean open(Operation operation) {
        return false;
    }

    /** Operations that need no token at all, since what they tell is public. */
    protected boolean anonymous(Operation operation) {
        return false;
    }

    @TestFactory
    Stream<DynamicTest> withoutATokenNothing() {
        return operations()
                .filter(o -> !anonymous(o))
                .map(o -> DynamicTest.dynamicTest(
                        o.toString(),
                        () -> assertEquals(401, call(o, absent(o), null).statusCode())));
    }

    @TestFactory
    Stream<DynamicTest> withoutTheScopeNothing() {
        String token = Tokens.of("nothing:at-all", UUID.randomUUID());
        return operations()
                .filter(o -> !open(o) && !anonymous(o))
                .map(o -> DynamicTest.dynamicTest(
                        o.toString(),
                        () -> assertEquals(403, call(o, absent(o), token).statusCode())));
    }

    @TestFactory
    Stream<DynamicTest> whatIsForeignIsAbsent() {
        Map<String, String> samples = samples();
        Collection<String> ids = ids(samples);
        Map<String, String> outsiders = outsiders();
        List<DynamicTest> tests = new ArrayList<>();
        operations()
                .forEach(o -> outsiders.forEach((who, token) -> {
                    if (!shared(who, o) && !open(o) && !anonymous(o)) {
                        tests.add(DynamicTest.dynamicTest(
                                o + " by " + who, () -> foreignIsAbsent(o, samples, ids, token)));
                    }
                }));
        return tests.stream();
    }

    private void foreignIsAbsent(Operation o, Map<String, String> samples, Collection<String> ids, String token) {
        if (!o.names()) {
            String answer = call(o, o.template(), token).asString();
            ids.forEach(id -> assertFalse(answer.contains(id), o + " shows " + id));
            return;
        }
        String sample = samples.get(o.template());
        if (sample == null) {
            fail("no sample for " + o.template());
        }
        Response foreign = call(o, sample, token);
        Response absent = call(o, absent(o), token);
        assertTrue(foreign.statusCode() >= 400, o + " → " + foreign.statusCode());
        assertEquals(
                absent.statusCode() + absent.asString().replace(absent(o), "?"),
                foreign.statusCode() + foreign.asString().replace(sample, "?"));
    }

    private Response call(Operation o, String path, String token) {
        RequestSpecification request = RestAssured.given()
                .header("traceparent", TRACE)
                .header("If-Match", "\"v0\"")
                .header("Idempotency-Key", UUID.randomUUID().toString());
        if (token != null) {
            request.auth().oauth2(token);
        }
        if (!o.method().equals("GET") && !o.method().equals("DELETE")) {
            request.contentType(o.contentType())
                    .body(bodies().getOrDefault(o.id(), "{}").getBytes(StandardCharsets.UTF_8));
        }
        return request.request(o.method(), path);
    }

    /** The operation's path for something that does not exist. */
    protected String absent(Operation o) {
        return nowhere(o);
    }

    static String nowhere(Operation o) {
        return o.template().replaceAll("\\{[^}]+}", new UUID(0, 1).toString());
    }

    private static Collection<String> ids(Map<String, String> samples) {
        Collection<String> ids = new TreeSet<>();
        samples.values().forEach(path -> {
            for (String segment : path.split("/")) {
                if (segment.length() == 36) {
                    ids.add(segment);
                }
            }
        });
        return ids;
    }

    static Stream<Operation> operations() {
        JsonPath contract = RestAssured.given().get("/q/openapi?format=json").jsonPath();
        Map<String, Map<String, Map<String, Object>>> paths = contract.getMap("paths");
        List<Operation> operations = new ArrayList<>();
        paths.forEach((template, methods) -> methods.forEach((method, described) -> operations.add(new Operation(
                method.toUpperCase(),
                template,
                String.valueOf(described.get("operationId")),
                contentType(described.get("requestBody"))))));
        assertFalse(operations.isEmpty(), "the contract has no operation");
        return operations.stream();
    }

    private static String contentType(Object body) {
        return body instanceof Map<?, ?> described && described.get("content") instanceof Map<?, ?> content
                ? String.valueOf(content.keySet().iterator().next())
                : "application/json";
    }
}

package mx.trayecto.platform.testing;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import mx.trayecto.platform.testing.CompartmentMatrix.Operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

/**
 * R5 and R6 over every writing operation of the service's contract, generated from it: a POST with one key is done once
 * however often it comes at once, and of many changes of one version one is made. An operation without a sample here
 * fails, so that nothing new is left out.
 */
public abstract class RepeatedWrites {
    private static final int POSTS = 50;
    private static final int CHANGES = 20;

    /** Rows of every table that are a tenant's, but for what is sealed in the background; and its events by type. */
    private static final String LEFT = """
            SELECT c.table_name || ' ' || (xpath('//n/text()', query_to_xml(
                     format('SELECT count(*) AS n FROM %I WHERE tenant_id = %L', c.table_name, ?), false, true, '')))[1]
              FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
             WHERE c.table_schema = 'public' AND c.column_name = 'tenant_id' AND t.table_type = 'BASE TABLE'
               AND c.table_name NOT IN ('audit_seal', 'audit_sealing', 'audit_mention')
            UNION ALL
            SELECT type || ' ' || count(*) FROM outbox WHERE tenant_id = ? GROUP BY type""";

    private final String database;

    /** @param database of the service, such as {@code programs} */
    protected RepeatedWrites(String database) {
        this.database = database;
    }

    /** A write that can be done once: by whom, in which tenant, to what. */
    public record Write(UUID tenant, String token, String path, String body) {}

    /** For each writing operation, such as {@code POST /v1/cohorts}, what makes everything ready for one more of it. */
    protected abstract Map<String, Supplier<Write>> writes();

    /** A token with every scope. */
    protected abstract String everything();

    /** The POSTs that need no key, each for a reason of its own: a search, or what carries its own id. */
    protected abstract Set<String> keyless();

    /** The changes that need no version, because their caller owns the whole record. */
    protected Set<String> versionless() {
        return Set.of();
    }

    @TestFactory
    Stream<DynamicTest> everyPostDemandsItsKey() {
        return each(Operation::posts, o -> {
            String code = call(o, everything(), CompartmentMatrix.nowhere(o), "{}")
                    .jsonPath()
                    .getString("code");
            if (keyless().contains(o.toString())) {
                assertNotEquals("idempotency-key-missing", code);
            } else {
                assertEquals("idempotency-key-missing", code);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> everyChangeDemandsTheVersionThatWasRead() {
        return each(Operation::changes, o -> {
            int status =
                    call(o, everything(), CompartmentMatrix.nowhere(o), "{}").statusCode();
            if (versionless().contains(o.toString())) {
                assertNotEquals(428, status);
            } else {
                assertEquals(428, status);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> fiftyAtOnceWithOneKeyLeaveWhatOneLeaves() {
        Map<String, Supplier<Write>> writes = writes();
        return each(o -> o.posts() && !keyless().contains(o.toString()), o -> {
            Write alone = sample(writes, o);
            Map<String, Integer> before = left(alone);
            Response one = post(o, alone, UUID.randomUUID());
            assertTrue(one.statusCode() < 300, o + " → " + one.statusCode() + " " + one.asString());
            Map<String, Integer> once = settled(alone, before, one);

            Write together = sample(writes, o);
            before = left(together);
            UUID key = UUID.randomUUID();
            List<Response> answers = atOnce(POSTS, () -> post(o, together, key));
            List<Response> done =
                    answers.stream().filter(a -> a.statusCode() != 409).toList();
            done.forEach(a -> assertEquals(one.statusCode(), a.statusCode(), a.asString()));
            answers.stream()
                    .filter(a -> a.statusCode() == 409)
                    .forEach(a -> assertEquals("still-running", a.jsonPath().getString("code"), a.asString()));
            assertEquals(
                    1,
                    done.stream()
                            .filter(a -> a.header("Idempotency-Replayed") == null)
                            .count());
            assertEquals(1, done.stream().map(RepeatedWrites::made).distinct().count());
            assertEquals(once, settled(together, before, one));
        });
    }

    @TestFactory
    Stream<DynamicTest> ofTwentyChangesOfOneVersionOneIsMade() {
        Map<String, Supplier<Write>> writes = writes();
        return each(o -> o.changes() && !versionless().contains(o.toString()), o -> {
            Write write = sample(writes, o);
            Response read = Caller.with(write.token()).get(write.path());
            assertEquals(200, read.statusCode(), read.asString());
            String version = read.header("ETag");
            Map<String, Integer> before = left(write);
            List<Response> answers = atOnce(
                    CHANGES,
                    () -> sent(o, write.token(), write.body())
                            .header("If-Match", version)
                            .request(o.method(), write.path()));
            List<Integer> statuses = answers.stream().map(Response::statusCode).toList();
            assertEquals(
                    1,
                    statuses.stream().filter(s -> s < 300).count(),
                    () -> answers.getFirst().asString());
            assertEquals(CHANGES - 1, Collections.frequency(statuses, 412), statuses.toString());
            assertEquals(1, grown(before, left(write)).get("audit_entry"));
        });
    }

    private static Stream<DynamicTest> each(Predicate<Operation> which, Trial trial) {
        return CompartmentMatrix.operations()
                .filter(which)
                .map(o -> DynamicTest.dynamicTest(o.toString(), () -> trial.of(o)));
    }

    /** What is tried of an operation. */
    private interface Trial {
        void of(Operation operation) throws Exception;
    }

    private static Write sample(Map<String, Supplier<Write>> writes, Operation o) {
        return writes.getOrDefault(o.toString(), () -> fail("no sample for " + o))
                .get();
    }

    private static Response post(Operation o, Write write, UUID key) {
        return sent(o, write.token(), write.body())
                .header("Idempotency-Key", key)
                .request(o.method(), write.path());
    }

    private static Response call(Operation o, String token, String path, String body) {
        return sent(o, token, body).request(o.method(), path);
    }

    private static RequestSpecification sent(Operation o, String token, String body) {
        RequestSpecification request = RestAssured.given().auth().oauth2(token);
        return body == null
                ? request
                : request.contentType(o.contentType()).body(body.getBytes(StandardCharsets.UTF_8));
    }

    private static String made(Response answer) {
        return answer.header("Location") + " " + answer.jsonPath().getString("id");
    }

    /** What has grown since, once what was only begun is done. */
    private Map<String, Integer> settled(Write write, Map<String, Integer> before, Response answer)
            throws SQLException {
        if (answer.statusCode() == 202) {
            Eventually.get(
                    () -> Caller.with(write.token())
                            .get(answer.header("Location"))
                            .jsonPath()
                            .getString("state"),
                    Set.of("done", "failed")::contains);
        }
        return grown(before, left(write));
    }

    private static Map<String, Integer> grown(Map<String, Integer> before, Map<String, Integer> after) {
        Map<String, Integer> grown = new TreeMap<>(after);
        before.forEach((what, rows) -> grown.merge(what, -rows, Integer::sum));
        grown.values().removeIf(rows -> rows == 0);
        return grown;
    }

    private Map<String, Integer> left(Write write) throws SQLException {
        Map<String, Integer> left = new TreeMap<>();
        for (String line : Database.query(database, LEFT, write.tenant(), write.tenant())) {
            left.put(line.substring(0, line.indexOf(' ')), Integer.valueOf(line.substring(line.indexOf(' ') + 1)));
        }
        return left;
    }

    private static List<Response> atOnce(int times, Callable<Response> call) throws Exception {
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Response> answers = new ArrayList<>();
            for (Future<Response> answer : all.invokeAll(Collections.nCopies(times, call))) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}

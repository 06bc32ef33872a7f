package mx.trayecto.programs.xapi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;
import mx.trayecto.programs.Group;
import mx.trayecto.programs.Told;

import static mx.trayecto.programs.xapi.Lms.statement;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Where a statement belongs, and what is written together once that is found. */
@QuarkusTest
@TrayectoTest
class PlacementTest {
    private Group group;
    private Lms lms;

    @BeforeEach
    void begin() {
        group = new Group(10);
        lms = new Lms(group);
    }

    @Test
    void completionStatementAndAuditEntryCommitTogether() throws Exception {
        UUID woman = group.enrolled();
        UUID placed = UUID.randomUUID();
        UUID waits = UUID.randomUUID();
        lms.sent(
                statement(placed, woman, "completed", "edapp-1", "2024-06-21T12:00:00Z"),
                statement(waits, woman, "completed", "edapp-2", "2024-06-21T12:00:00Z"));
        assertEquals(List.of("1"), together(woman, placed, "receiveStatements"));
        Caller.with(Tokens.auditor(group.tenant))
                .get("/v1/audit/programs?resource=" + woman)
                .then()
                .statusCode(200)
                .body("items.details.statement", hasItem(placed.toString()))
                .body("items.details.statement", hasItem(waits.toString()));
        group.catalogue.create(
                "/v1/external-courses",
                "{\"course\": \"edapp-2\", \"program\": \"%s\", \"module\": \"M2\"}"
                        .formatted(group.catalogue.program));
        lms.retried().body("applied", equalTo(1)).body("parked", equalTo(0));
        assertEquals(List.of("1"), together(woman, waits, "retryStatements"));
    }

    /** Completions of hers that one transaction wrote along with the statement and an audit entry that names both. */
    private static List<String> together(UUID woman, UUID statement, String action) throws Exception {
        return Database.query("programs", """
                        SELECT count(*) FROM completion c
                          JOIN xapi_statement s ON s.enrollment_id = c.enrollment_id AND s.xmin = c.xmin
                          JOIN audit_entry a ON a.resource_id = c.enrollment_id AND a.xmin = c.xmin
                         WHERE c.enrollment_id = ? AND s.id = ? AND a.action = ?
                           AND a.details ->> 'statement' = s.id::text""", woman, statement, action);
    }

    @Test
    void countsWhereSheWasOnItsDayWhereverSheIsNow() {
        UUID there = group.open(group.catalogue.cohort("G2", group.catalogue.center("CREA-2"), 5));
        UUID woman = group.enrolled();
        group.step(woman, "transfer", "{\"on\": \"2024-06-20\", \"cohort\": \"%s\"}".formatted(there))
                .then()
                .statusCode(200);
        lms.sent(Lms.completed(woman, "edapp-1", "2024-06-09"));
        lms.listed("").body("items.reason", hasItem("not-taking-part"));
        lms.sent(Lms.completed(woman, "edapp-1", "2024-06-18"));
        assertEquals(List.of("2024-06-18"), lms.days(woman));
        Told told = Told.of(Group.ENROLLMENTS, woman, 5).getLast();
        assertEquals("module-completed", told.type());
        assertEquals(group.cohort.toString(), told.data().get("cohort").asText());
        assertEquals(
                group.catalogue.center.toString(), told.data().get("center").asText());
    }

    @Test
    void theSameBatchSentTwiceAtOnceIsTakenInOnceByBoth() throws Exception {
        List<UUID> women = group.enrolled(5);
        for (int round = 0; round < 3; round++) {
            List<String> batch = new ArrayList<>();
            List<String> ids = new ArrayList<>();
            for (UUID woman : women) {
                for (String course : List.of("edapp-1", "edapp-" + (round + 2))) {
                    UUID id = UUID.randomUUID();
                    ids.add(id.toString());
                    batch.add(statement(id, woman, "completed", course, "2024-06-21T12:00:00Z"));
                }
            }
            Callable<Integer> sending = () -> lms.send("[" + String.join(",", batch) + "]")
                    .body("$", equalTo(ids))
                    .extract()
                    .statusCode();
            try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<Integer> answer : all.invokeAll(Collections.nCopies(3, sending))) {
                    assertEquals(200, answer.get());
                }
            }
            lms.listed("?limit=200").body("items", hasSize(10 * (round + 1)));
        }
        for (UUID woman : women) {
            assertEquals(List.of("2024-06-21"), lms.days(woman));
        }
        assertEquals(
                List.of("30"),
                Database.query(
                        "programs",
                        "SELECT count(*) FROM audit_entry WHERE tenant_id = ? AND action = 'receiveStatements'",
                        group.tenant));
    }
}

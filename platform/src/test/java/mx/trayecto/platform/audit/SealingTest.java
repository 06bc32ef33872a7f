package mx.trayecto.platform.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.Actor;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static mx.trayecto.platform.testing.Caller.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Promise S7: entries are sealed in a chain after their commit, each once, whatever happens; nobody waits for it. */
@TrayectoTest
class SealingTest extends Sealed {
    private final String token = Tokens.of("notes:read notes:write", tenant);

    @Inject
    Sql sql;

    @Inject
    Sealing sealing;

    @Inject
    Sealer sealer;

    private int write() {
        return post(token).body("{\"title\":\"uno\"}").post("/v1/notes").statusCode();
    }

    /** How often the tenant's entries are listed in seals, and how many are. */
    private List<String> sealed() throws SQLException {
        return Database.query(
                DATABASE,
                "SELECT count(*) || ' ' || count(DISTINCT id) FROM audit_seal s, unnest(s.entries) AS id"
                        + " WHERE tenant_id = ?",
                tenant);
    }

    @Test
    void whatWasCommittedIsSealed() {
        assertEquals(201, write());
        assertEquals(1, whole(1).head().number());
        act("later", UUID.randomUUID());
        assertEquals(2, whole(2).head().number());
    }

    /** Its id is lower than those that are sealed already. */
    @Test
    void aLateCommitIsNotPassedOver() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (var elsewhere = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> late = elsewhere.submit(() -> act("late", UUID.randomUUID(), () -> {
                written.countDown();
                await(go);
            }));
            await(written);
            act("earlier", UUID.randomUUID());
            act("too", UUID.randomUUID());
            whole(2);
            List<String> before = ids();
            go.countDown();
            late.get();
            whole(3);
            List<String> after = ids();
            after.removeAll(before);
            assertTrue(
                    Long.parseLong(after.getFirst()) < Long.parseLong(before.getFirst()), after + " before " + before);
            assertEquals(List.of("3 3"), sealed());
        }
    }

    /** It has its id, and nothing is known of it but that its transaction is there. */
    @Test
    void nothingIsGivenUpWhileItMayStillCome() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (var elsewhere = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> late = elsewhere.submit(() -> act("late", UUID.randomUUID(), () -> {
                written.countDown();
                await(go);
            }));
            await(written);
            act("earlier", UUID.randomUUID());
            whole(1);
            long sealed = Long.parseLong(ids().getFirst());
            TimeUnit.MILLISECONDS.sleep(500); // several turns
            assertTrue(low() < sealed, "given up up to " + low() + ", sealed is " + sealed);
            go.countDown();
            late.get();
            whole(2);
            Eventually.get(this::low, low -> low >= sealed);
        }
    }

    private long low() throws SQLException {
        return Long.parseLong(
                Database.query(DATABASE, "SELECT low FROM audit_sealing").getFirst());
    }

    @Test
    void manySealersAtOnceSealEachEntryOnce() throws Exception {
        try (var others = Executors.newFixedThreadPool(8)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                all.add(others.submit(() -> {
                    for (int j = 0; j < 50; j++) {
                        act("done", UUID.randomUUID());
                    }
                }));
                all.add(others.submit(() -> {
                    for (int j = 0; j < 50; j++) {
                        sealing.turn();
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        whole(200);
        assertEquals(List.of("200 200"), sealed());
    }

    @Test
    void goesOnWhereItWasAfterARestart() throws Exception {
        act("before", UUID.randomUUID());
        whole(1);
        sealer.stop();
        try {
            act("meanwhile", UUID.randomUUID());
            assertEquals(1, check().entries());
            assertEquals(1, check().pending());
            assertEquals(List.of(), check().breaks());
        } finally {
            sealer.start();
        }
        whole(2);
    }

    /** As lists of people are: how much memory a turn and a check take does not grow with them. */
    @Test
    void muchAtOnceIsSealedPortionByPortion() throws SQLException {
        List<UUID> many = Stream.generate(UUID::randomUUID).limit(500).toList();
        Audit.Act act = new Audit.Act(null, Map.of("participants", many));
        actor.runAs(
                Actor.service("test", tenant, "somebody"),
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    sql.execute(audit.entries("list", Collections.nCopies(300, act)));
                    return null;
                }));
        Eventually.get(this::sealed, List.of("300 300")::equals);
        List<String> sizes =
                Database.query(DATABASE, "SELECT size FROM audit_seal WHERE tenant_id = ? ORDER BY number", tenant);
        assertTrue(sizes.size() > 2, sizes.toString());
        assertTrue(sizes.stream().mapToLong(Long::parseLong).max().orElseThrow() < Sealing.ROOM + 30_000);
        AuditVerification part = check();
        long entries = part.entries();
        while (part.next() != null) { // more than there is room for at a time
            assertEquals(List.of(), part.breaks());
            part = verification.check(tenant, part.next(), null);
            entries += part.entries();
        }
        assertEquals(300, entries);
        assertTrue(part.from() > 1);
    }

    /** Everything that sealing needs is locked, and the sealer killed while it waits: writes notice nothing. */
    @Test
    void aWriteWaitsForNoSealingAndAKilledSealerLeavesNothingHalf() throws Exception {
        act("before", UUID.randomUUID());
        whole(1);
        try (Connection owner = Database.connect(DATABASE, "owner")) {
            owner.setAutoCommit(false);
            Database.query(owner, "LOCK TABLE audit_seal, audit_mention IN ACCESS EXCLUSIVE MODE");
            assertEquals(201, write());
            String waits = Eventually.get(SealingTest::waiting, found -> !found.isEmpty())
                    .getFirst();
            assertEquals(201, write());
            try (Connection worker = Database.connect(DATABASE, "worker")) {
                assertEquals(
                        List.of("t"),
                        Database.query(worker, "SELECT pg_terminate_backend(?::int)", Integer.parseInt(waits)));
            }
            assertEquals(201, write());
            owner.rollback();
        }
        whole(4);
        assertEquals(List.of("4 4"), sealed());
    }

    /** The sessions that wait for the table of seals. */
    private static List<String> waiting() throws SQLException {
        return Database.query(
                DATABASE,
                "SELECT pid FROM pg_locks WHERE relation = 'audit_seal'::regclass AND NOT granted AND pid <> 0");
    }

    @Test
    void nobodyChangesOrRemovesWhatIsThere() throws SQLException {
        act("done", UUID.randomUUID());
        whole(1);
        for (String role : List.of("runtime", "worker", "owner")) {
            try (Connection connection = Database.connect(DATABASE, role)) {
                Database.query(connection, "SELECT set_config('app.tenant', ?, false)", tenant.toString());
                for (String table : List.of("audit_entry", "audit_seal")) {
                    for (String statement : List.of(
                            "DELETE FROM " + table,
                            "TRUNCATE " + table,
                            "UPDATE " + table + " SET tenant_id = gen_random_uuid()")) {
                        assertFalse(succeeds(connection, statement), role + ": " + statement);
                    }
                }
                if (!role.equals("owner")) {
                    assertFalse(succeeds(connection, "DELETE FROM audit_mention"), role);
                    assertFalse(succeeds(connection, "UPDATE audit_mention SET entry_id = 0"), role);
                }
            }
        }
        whole(1);
    }

    private static boolean succeeds(Connection connection, String statement) {
        try {
            Database.query(connection, statement);
            return true;
        } catch (SQLException refused) {
            return false;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(8, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

package mx.trayecto.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.tenancy.Actor;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Keys that wrap others are exchanged while what they wrap is read; what was destroyed stays so. */
@TrayectoTest
class KeyRotationTest {
    private static final int WOMEN = 1_100;
    private static final Duration LONG = Duration.ofMinutes(2);

    private final UUID tenant = UUID.randomUUID();
    private final Map<UUID, byte[]> sealed = new LinkedHashMap<>();

    @Inject
    KeyStore store;

    @Inject
    KeyRotation rotation;

    @Inject
    Rewrapping rewrapping;

    @Inject
    Vault vault;

    @Inject
    Marks marks;

    @Inject
    AuditKeys audits;

    @Inject
    CryptoConfig config;

    @Inject
    CurrentActor actor;

    @Inject
    @DataSource("keys")
    AgroalDataSource database;

    private record Given(String masterKey, Optional<String> nextMasterKey, String indexKey) implements CryptoConfig {}

    /** Women with a key each; something is sealed for every tenth. */
    private static KeyStore.DataKey obtained(KeyStore from, UUID tenant, UUID subject) {
        return from.obtain(tenant, List.of(subject)).get(subject);
    }

    private List<UUID> women(int how) {
        List<UUID> women = new ArrayList<>();
        for (int i = 0; i < how; i++) {
            UUID woman = UUID.randomUUID();
            women.add(woman);
            if (i % 10 == 0) {
                sealed.put(woman, asTenant(() -> vault.sealBytes(woman, plain(woman))));
            } else {
                obtained(store, tenant, woman);
            }
        }
        return women;
    }

    private static byte[] plain(UUID woman) {
        return ("Xóchitl " + woman).getBytes(StandardCharsets.UTF_8);
    }

    private <T> T asTenant(java.util.function.Supplier<T> work) {
        return actor.runAs(Actor.service("test", tenant, "test"), work);
    }

    private void allRead() {
        sealed.forEach((woman, bytes) ->
                assertArrayEquals(plain(woman), asTenant(() -> vault.openBytes(woman, bytes)), "not read: " + woman));
    }

    private List<String> query(String sql, Object... arguments) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return mx.trayecto.platform.testing.Database.query(connection, sql, arguments);
        }
    }

    /** How many of the tenant's data keys each of its keys wraps. */
    private List<String> wrapped() throws SQLException {
        return query(
                "SELECT wrapped_with || ':' || count(*) FROM data_key WHERE tenant_id = ? AND wrapped IS NOT NULL"
                        + " GROUP BY wrapped_with ORDER BY wrapped_with",
                tenant);
    }

    private List<String> numbers() throws SQLException {
        return query("SELECT number FROM tenant_key WHERE tenant_id = ? ORDER BY number", tenant);
    }

    /** As another process, which was given these master keys and has looked at nothing yet. */
    private KeyStore elsewhere(String master, Optional<String> next) {
        KeyStore other = new KeyStore();
        other.database = database;
        other.tenants = new TenantKeys(new Given(master, next, config.indexKey()));
        return other;
    }

    private void finish() throws SQLException {
        while (rotation.rewrapDataKeys(LONG).left() > 0) {
            // until all tenants' are done, those of other tests too
        }
    }

    @Test
    void aTenantsKeyIsExchangedWhileAllIsRead() throws Exception {
        women(WOMEN);
        AtomicBoolean done = new AtomicBoolean();
        try (var others = Executors.newFixedThreadPool(2)) {
            Future<Integer> reader = others.submit(() -> {
                int reads = 0;
                while (!done.get()) {
                    allRead();
                    reads++;
                }
                return reads;
            });
            Future<?> registrar = others.submit(() -> {
                while (!done.get()) {
                    obtained(store, tenant, UUID.randomUUID());
                }
            });
            rotation.beginTenants();
            finish();
            done.set(true);
            registrar.get();
            assertTrue(reader.get() > 0);
        }
        allRead();
        assertEquals(List.of("2"), numbers(), "the old key is destroyed");
        assertEquals(1, wrapped().size(), wrapped().toString());
        assertTrue(wrapped().getFirst().startsWith("2:"), wrapped().toString());
    }

    @Test
    void whatAKilledProcessHasLeftIsReadAndGoneOnWith() throws Exception {
        women(WOMEN);
        rotation.beginTenants();
        try (Connection connection = database.getConnection()) {
            rewrapping.dataKeys(connection, tenant, 2); // and then it was killed
        }
        assertEquals(List.of("1:600", "2:500"), wrapped());
        assertEquals(List.of("1", "2"), numbers());
        allRead();
        assertTrue(rotation.status().left() >= 600);
        rotation.beginTenants(); // begins no other while one is under way
        assertEquals(List.of("1", "2"), numbers());
        finish();
        assertEquals(List.of("2:" + WOMEN), wrapped());
        assertEquals(List.of("2"), numbers());
        allRead();
    }

    @Test
    void aPortionThatIsRolledBackChangesNothing() throws Exception {
        women(20);
        rotation.beginTenants();
        try (Connection connection = database.getConnection()) {
            assertThrows(
                    IllegalStateException.class,
                    () -> Rewrapping.together(connection, () -> {
                        try (var update = connection.prepareStatement(
                                "UPDATE data_key SET wrapped_with = 2 WHERE tenant_id = ?")) {
                            update.setObject(1, tenant);
                            update.executeUpdate();
                        }
                        throw new IllegalStateException("killed");
                    }));
        }
        assertEquals(List.of("1:20"), wrapped());
        finish();
        allRead();
    }

    @Test
    void aDestroyedKeyIsNotBroughtBack() throws Exception {
        List<UUID> women = women(30);
        UUID gone = women.getFirst();
        store.destroy(tenant, gone);
        rotation.beginTenants();
        UUID meanwhile = women.get(10);
        store.destroy(tenant, meanwhile);
        finish();
        for (UUID woman : List.of(gone, meanwhile)) {
            byte[] bytes = sealed.remove(woman);
            assertNull(asTenant(() -> vault.openBytes(woman, bytes)));
            assertNull(obtained(store, tenant, woman), "no new key is made for her");
        }
        assertEquals(List.of("2:28"), wrapped());
        assertEquals(
                List.of("2"),
                query(
                        "SELECT count(*) FROM data_key WHERE tenant_id = ? AND destroyed_at IS NOT NULL"
                                + " AND wrapped IS NULL",
                        tenant));
        assertThrows(
                SQLException.class,
                () -> query(
                        "UPDATE data_key SET wrapped = 'x', destroyed_at = NULL WHERE tenant_id = ? AND subject_id = ?",
                        tenant,
                        gone));
        allRead();
    }

    /** It knows of no exchange: it wraps with what it took for the newest, and opens what it has seen. */
    @Test
    void aProcessThatHasSleptThroughItGoesOn() throws Exception {
        List<UUID> women = women(20);
        KeyStore sleeper = elsewhere(config.masterKey(), config.nextMasterKey());
        KeyStore.DataKey before = obtained(sleeper, tenant, women.getFirst());
        rotation.beginTenants();
        UUID between = UUID.randomUUID();
        obtained(sleeper, tenant, between);
        assertEquals(List.of("1:21"), wrapped());
        finish();
        UUID later = UUID.randomUUID();
        KeyStore.DataKey made = obtained(sleeper, tenant, later);
        assertEquals(List.of("2:22"), wrapped());
        assertEquals(made, store.find(tenant, List.of(later)).get(later));
        assertEquals(before, sleeper.find(tenant, women).get(women.getFirst()));
        assertEquals(21 + 1, store.find(tenant, all(women, between, later)).size());
        allRead();
    }

    private static List<UUID> all(List<UUID> women, UUID... others) {
        List<UUID> all = new ArrayList<>(women);
        all.addAll(List.of(others));
        return all;
    }

    @Test
    void theMasterKeyIsExchangedAndTheOldOneNotNeededAnyMore() throws Exception {
        List<UUID> women = women(20);
        UUID gone = women.getLast();
        store.destroy(tenant, gone);
        byte[] content = "content".getBytes(StandardCharsets.UTF_8);
        byte[] mark = marks.mark(tenant, Marks.Use.ENTRY, content);
        while (rotation.toNextMaster().left() > 0) {
            allRead();
        }
        allRead();
        KeyRotation.Status status = rotation.status();
        assertEquals(status.given().getLast(), status.master());
        assertEquals(0, status.otherwise());
        assertEquals(0, rotation.toNextMaster().done(), "once is enough");

        String next = config.nextMasterKey().orElseThrow();
        KeyStore after = elsewhere(next, Optional.empty());
        assertEquals(store.find(tenant, women), after.find(tenant, women));
        assertEquals(19, after.find(tenant, women).size());
        assertNull(obtained(after, tenant, gone));
        UUID other = UUID.randomUUID();
        assertEquals(
                obtained(after, other, other), store.find(other, List.of(other)).get(other));

        AuditKeys afterToo = new AuditKeys(new Given(next, Optional.empty(), config.indexKey()));
        afterToo.database = database;
        assertArrayEquals(audits.numbered(1).secret(), afterToo.numbered(1).secret());
        assertTrue(marks.fits(tenant, Marks.Use.ENTRY, content, mark));

        KeyStore before = elsewhere(config.masterKey(), Optional.empty());
        String told = assertThrows(IllegalStateException.class, () -> before.find(tenant, women))
                .getMessage();
        assertTrue(told.contains(status.master()) && told.contains("trayecto.crypto.next-master-key"), told);
        assertThrows(IllegalStateException.class, () -> obtained(before, UUID.randomUUID(), other));
    }

    @Test
    void theAuditsKeyIsFollowedByAnotherAndStays() throws Exception {
        byte[] content = "content".getBytes(StandardCharsets.UTF_8);
        byte[] before = marks.mark(tenant, Marks.Use.ENTRY, content);
        rotation.addAuditKey();
        byte[] after = marks.mark(tenant, Marks.Use.ENTRY, content);
        assertNotEquals(before[1], after[1]);
        for (byte[] mark : List.of(before, after)) {
            assertTrue(marks.fits(tenant, Marks.Use.ENTRY, content, mark));
            assertTrue(!marks.fits(tenant, Marks.Use.SEAL, content, mark));
            assertTrue(!marks.fits(UUID.randomUUID(), Marks.Use.ENTRY, content, mark));
        }
        after[1] = 99;
        assertTrue(!marks.fits(tenant, Marks.Use.ENTRY, content, after));
    }

    @Test
    void operatorsExchangeKeys() {
        women(20);
        String operator = Tokens.of("tenants:admin", UUID.randomUUID());
        Caller.with(operator)
                .get("/internal/keys")
                .then()
                .statusCode(200)
                .body("given", hasSize(2), "tenants", greaterThanOrEqualTo(1), "auditKeys", greaterThanOrEqualTo(1));
        Caller.with(operator)
                .post("/internal/keys/tenants?begin=true")
                .then()
                .statusCode(200)
                .body("left", equalTo(0));
        Caller.with(operator).post("/internal/keys/audit").then().statusCode(200);
        Caller.with(Tokens.of("audit:read", tenant))
                .post("/internal/keys/tenants?begin=true")
                .then()
                .statusCode(403);
        allRead();
    }
}

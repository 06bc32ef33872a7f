package mx.trayecto.platform.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;

import mx.trayecto.platform.tenancy.Actor;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A tenant's audit, what the sealer makes of it, and what somebody with all rights in the database may do to it. */
abstract class Sealed {
    static final String DATABASE = "programs";

    final UUID tenant = UUID.randomUUID();

    @Inject
    Audit audit;

    @Inject
    CurrentActor actor;

    @Inject
    Verification verification;

    /** Somebody does something, in a transaction of its own. */
    void act(String action, UUID resource) {
        act(action, resource, () -> {});
    }

    /** @param before what happens between the entry and its commit */
    void act(String action, UUID resource, Runnable before) {
        actor.runAs(
                Actor.service("test", tenant, "somebody"),
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    audit.record(action, resource, null);
                    before.run();
                    return null;
                }));
    }

    AuditVerification check() throws SQLException {
        return verification.check(tenant, 0, null);
    }

    /** Waits until so many entries are sealed, and finds them whole. */
    AuditVerification whole(long entries) {
        AuditVerification found = Eventually.get(
                () -> verification.check(tenant, 0, null), now -> now.entries() >= entries && now.pending() == 0);
        assertEquals(entries, found.entries());
        assertEquals(List.of(), found.breaks());
        return found;
    }

    /** What a check finds sooner or later. */
    List<String> breaks() {
        return Eventually.get(
                () -> check().breaks().stream()
                        .map(found -> found.kind() + " " + found.entry())
                        .toList(),
                found -> !found.isEmpty());
    }

    /** The ids of the tenant's entries. */
    List<String> ids() throws SQLException {
        return Database.query(DATABASE, "SELECT id FROM audit_entry WHERE tenant_id = ? ORDER BY id", tenant);
    }

    /** As the owner of the tables, who first puts out of the way what stops everybody else. */
    static void tamper(String table, String statement, Object... arguments) throws SQLException {
        try (Connection owner = Database.connect(DATABASE, "owner")) {
            owner.setAutoCommit(false);
            Database.query(owner, "ALTER TABLE " + table + " DISABLE TRIGGER append_only");
            Database.query(owner, statement, arguments);
            Database.query(owner, "ALTER TABLE " + table + " ENABLE TRIGGER append_only");
            owner.commit();
        }
    }
}

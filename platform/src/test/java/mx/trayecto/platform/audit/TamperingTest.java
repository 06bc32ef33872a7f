package mx.trayecto.platform.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.trayecto.platform.testing.Caller;
import mx.trayecto.platform.testing.Database;
import mx.trayecto.platform.testing.Eventually;
import mx.trayecto.platform.testing.Tokens;
import mx.trayecto.platform.testing.TrayectoTest;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Promise S7: whoever has all rights in the database, and not the keys, changes nothing of the audit unnoticed. */
@TrayectoTest
class TamperingTest extends Sealed {
    private static final String COPIED =
            "tenant_id, at, subject, client, organization, action, resource_id, trace_id, details, mark";

    private List<String> ids;

    @Inject
    AuditWatch watch;

    /** Four seals of an entry each. */
    @BeforeEach
    void fill() throws SQLException {
        for (int i = 1; i <= 4; i++) {
            act("done", UUID.randomUUID());
            whole(i);
        }
        ids = ids();
    }

    private long id(int i) {
        return Long.parseLong(ids.get(i));
    }

    @Test
    void aRemovedEntryIsFound() throws SQLException {
        tamper("audit_entry", "DELETE FROM audit_entry WHERE id = ?", id(1));
        assertEquals(List.of("ENTRY_REMOVED " + id(1)), breaks());
        assertEquals(2, check().breaks().getFirst().seal());
    }

    @Test
    void aChangedEntryIsFoundWhateverWasChanged() throws SQLException {
        for (String change : List.of(
                "subject = 'somebody-else'",
                "client = 'other'",
                "organization = gen_random_uuid()",
                "action = 'other'",
                "resource_id = NULL",
                "trace_id = 'ffff'",
                "details = '{\"a\": 1}'",
                "at = at + interval '1 microsecond'",
                "mark = NULL")) {
            String before = Database.query(DATABASE, "SELECT to_jsonb(e)::text FROM audit_entry e WHERE id = ?", id(2))
                    .getFirst();
            tamper("audit_entry", "UPDATE audit_entry SET " + change + " WHERE id = ?", id(2));
            assertTrue(breaks().contains("ENTRY_CHANGED " + id(2)), change + ": " + breaks());
            tamper(
                    "audit_entry",
                    "UPDATE audit_entry e SET (" + COPIED + ") = (SELECT " + COPIED
                            + " FROM jsonb_populate_record(NULL::audit_entry, ?::jsonb)) WHERE id = ?",
                    before,
                    id(2));
            assertEquals(List.of(), check().breaks(), change);
        }
    }

    /** Both are the service's own, but neither where it was. */
    @Test
    void entriesThatChangedPlacesAreFound() throws SQLException {
        tamper("audit_entry", "UPDATE audit_entry SET id = id + 1000000000 WHERE id = ?", id(0));
        assertTrue(breaks().contains("ENTRY_REMOVED " + id(0)), breaks().toString());
        act("goes on", UUID.randomUUID());
        Eventually.get(() -> check().head().number(), number -> number == 5);
    }

    @Test
    void anEntryMovedToAnotherTenantIsFoundInBoth() throws SQLException {
        UUID other = UUID.randomUUID();
        tamper("audit_entry", "UPDATE audit_entry SET tenant_id = ? WHERE id = ?", other, id(0));
        assertEquals(List.of("ENTRY_REMOVED " + id(0)), breaks());
        assertEquals(
                AuditBreak.Kind.ENTRY_FOREIGN,
                verification.check(other, 0, null).breaks().getFirst().kind());
    }

    @Test
    void anInsertedEntryIsFoundAndCounted() throws SQLException {
        long before = counted();
        Database.query(
                DATABASE,
                "INSERT INTO audit_entry (tenant_id, subject, client, organization, action)"
                        + " VALUES (?, 'somebody', 'test', ?, 'never-done')",
                tenant,
                tenant);
        String inserted = ids().getLast();
        assertEquals(List.of("ENTRY_FOREIGN " + inserted), breaks());
        Eventually.get(() -> check().entries(), entries -> entries == 5);
        assertEquals(List.of("ENTRY_FOREIGN " + inserted), breaks());
        assertEquals(before + 1, counted());
    }

    /** With the mark of another, at a time of its own, under an id that nobody has. */
    @Test
    void anEntryInsertedIntoThePastIsFound() throws SQLException {
        Database.query(
                DATABASE,
                "INSERT INTO audit_entry (id, " + COPIED + ") OVERRIDING SYSTEM VALUE SELECT -id, tenant_id,"
                        + " at + interval '1 microsecond', subject, client, organization, 'never-done', resource_id,"
                        + " trace_id, details, mark FROM audit_entry WHERE id = ?",
                id(1));
        assertEquals(List.of("ENTRY_FOREIGN -" + id(1)), breaks());
    }

    @Test
    void aCopyIsFoundThoughItsMarkIsRight() throws SQLException {
        Database.query(
                DATABASE,
                "INSERT INTO audit_entry (" + COPIED + ") SELECT " + COPIED + " FROM audit_entry WHERE id = ?",
                id(1));
        String copy = ids().getLast();
        assertEquals(List.of("ENTRY_COPIED " + copy), breaks());
        Eventually.get(() -> check().entries(), entries -> entries == 5);
        assertEquals(List.of("ENTRY_COPIED " + copy), breaks());
    }

    @Test
    void aRemovedSealIsFound() throws SQLException {
        tamper("audit_seal", "DELETE FROM audit_seal WHERE tenant_id = ? AND number = 2", tenant);
        assertTrue(breaks().contains("SEAL_REMOVED null"), breaks().toString());
        assertEquals(
                AuditBreak.Kind.SEAL_REMOVED,
                verification.check(tenant, 2, null).breaks().getFirst().kind());
    }

    @Test
    void aChangedSealIsFound() throws SQLException {
        for (String change : List.of(
                "sealed_at = sealed_at + interval '1 second'",
                "latest = latest + interval '1 second'",
                "marked = NOT marked",
                "foreign_entries = ARRAY[1]",
                "seal = decode('0001' || repeat('00', 16), 'hex')")) {
            String before = Database.query(
                            DATABASE,
                            "SELECT to_jsonb(s)::text FROM audit_seal s WHERE tenant_id = ? AND number = 3",
                            tenant)
                    .getFirst();
            tamper("audit_seal", "UPDATE audit_seal SET " + change + " WHERE tenant_id = ? AND number = 3", tenant);
            assertTrue(breaks().contains("SEAL_BROKEN null"), change + ": " + breaks());
            tamper(
                    "audit_seal",
                    "UPDATE audit_seal s SET (sealed_at, latest, marked, foreign_entries, seal) = (SELECT sealed_at,"
                            + " latest, marked, foreign_entries, seal FROM jsonb_populate_record(NULL::audit_seal,"
                            + " ?::jsonb)) WHERE tenant_id = ? AND number = 3",
                    before,
                    tenant);
            assertEquals(List.of(), check().breaks(), change);
        }
    }

    /** An entry and every trace of it: seals cannot be made anew without the key. */
    @Test
    void anEntryTakenOutOfItsSealIsFound() throws SQLException {
        act("one", UUID.randomUUID());
        act("two", UUID.randomUUID());
        whole(6);
        long last = Long.parseLong(ids().getLast());
        tamper("audit_entry", "DELETE FROM audit_entry WHERE id = ?", last);
        tamper(
                "audit_seal",
                "UPDATE audit_seal SET entries = array_remove(entries, ?) WHERE tenant_id = ? AND ? = ANY (entries)"
                        + " AND cardinality(entries) > 1",
                last,
                tenant,
                last);
        assertTrue(
                breaks().stream().anyMatch(found -> found.startsWith("SEAL_BROKEN")
                        || found.startsWith("ENTRY_REMOVED")),
                breaks().toString());
    }

    /** Cut off so cleanly that the chain itself shows nothing: who has kept its head finds it. */
    @Test
    void aChainThatWasCutOffIsFoundByItsHead() throws SQLException {
        AuditVerification.Head head = check().head();
        tamper("audit_seal", "DELETE FROM audit_seal WHERE tenant_id = ? AND number = 4", tenant);
        tamper("audit_entry", "DELETE FROM audit_entry WHERE id = ?", id(3));
        assertEquals(List.of(), check().breaks());
        Verification.Kept kept = new Verification.Kept(head.number(), head.seal());
        assertEquals(
                List.of(new AuditBreak(AuditBreak.Kind.HEAD_LOST, 4L, null)),
                verification.check(tenant, 0, kept).breaks());
        act("goes on", UUID.randomUUID());
        Eventually.get(() -> check().head().number(), number -> number == 4);
        assertEquals(
                List.of(new AuditBreak(AuditBreak.Kind.HEAD_LOST, 4L, null)),
                verification.check(tenant, 0, kept).breaks());
    }

    @Test
    void anEntryWithoutItsSealIsFoundOnceItIsLate() throws SQLException {
        tamper("audit_seal", "DELETE FROM audit_seal WHERE tenant_id = ? AND number = 4", tenant);
        assertEquals(List.of("ENTRY_NOT_SEALED " + id(3)), breaks());
    }

    @Test
    void anEntryThatIsNotFoundAnyMoreByItsRecordIsFound() throws SQLException {
        Database.query(DATABASE, "DELETE FROM audit_mention WHERE tenant_id = ? AND entry_id = ?", tenant, id(1));
        assertEquals(List.of("ENTRY_NOT_INDEXED " + id(1)), breaks());
    }

    @Test
    void aChainIsCheckedPartByPart() throws SQLException {
        AuditVerification part = verification.check(tenant, 2, null);
        assertEquals(3, part.from());
        assertEquals(4, part.to());
        assertEquals(2, part.entries());
        assertNull(part.next());
        assertTrue(part.intact());
        Database.query(
                DATABASE,
                "INSERT INTO audit_entry (tenant_id, subject, client, organization, action)"
                        + " SELECT ?, 's' || n, 'test', ?, 'never-done' FROM generate_series(1, 11000) n",
                tenant,
                tenant);
        Eventually.get(
                () -> Database.query(
                        DATABASE, "SELECT sum(cardinality(entries)) FROM audit_seal WHERE tenant_id = ?", tenant),
                List.of("11004")::equals);
        AuditVerification first = check();
        assertNotNull(first.next());
        long entries = first.entries();
        Long next = first.next();
        while (next != null) {
            AuditVerification more = verification.check(tenant, next, null);
            assertEquals(next + 1, more.from());
            entries += more.entries();
            next = more.next();
        }
        assertEquals(11_004, entries);
    }

    /** Once a day one of the processes looks at everything; what it finds is for those on watch. */
    @Test
    void theWatchCountsWhatIsBroken() throws SQLException {
        watch.verifyAll();
        long before = watch.breaks();
        tamper("audit_entry", "DELETE FROM audit_entry WHERE id = ?", id(1));
        watch.verifyAll();
        assertTrue(watch.breaks() > before);
        assertEquals(watch.breaks(), counted());
    }

    @Test
    void operatorsCheckEveryTenantsChain() throws SQLException {
        String operator = Tokens.of("tenants:admin", UUID.randomUUID());
        ask(operator, "").statusCode(200).body("tenants", hasItem(tenant.toString()));
        AuditVerification.Head head = check().head();
        ask(operator, "/" + tenant + "?number=" + head.number() + "&seal=" + head.seal())
                .statusCode(200)
                .body("intact", equalTo(true), "entries", equalTo(4), "to", equalTo(4));
        ask(operator, "/" + tenant + "?number=" + head.number() + "&seal=" + "0".repeat(36))
                .statusCode(200)
                .body("breaks.kind", equalTo(List.of("head-lost")));
        ask(operator, "/" + tenant + "?after=x").statusCode(422);
        ask(operator, "/" + tenant + "?number=1").statusCode(422);
        ask(Tokens.of("audit:read", tenant), "/" + tenant).statusCode(403);
    }

    private static ValidatableResponse ask(String token, String path) {
        return Caller.with(token).get("/internal/audit" + path).then();
    }

    private static long counted() throws SQLException {
        try (Connection owner = Database.connect(DATABASE, "owner")) {
            return Long.parseLong(Database.query(owner, "SELECT breaks FROM audit_sealing")
                    .getFirst());
        }
    }
}

package mx.trayecto.programs.credential;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.CurrentActor;

/** Credentials of many graduates at once, each thing in one statement. What changes later is Hibernate's. */
@ApplicationScoped
class CredentialStore {
    private static final String ADD = """
            INSERT INTO credential (tenant_id, id, version, created_at, enrollment_id, program_id, criteria_version,
              graduated_on, key_id, status_list, status_index, token)
            SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::timestamptz[], ?::uuid[], ?::uuid[], ?::int[],
              ?::date[], ?::uuid[], ?::int[], ?::int[], ?::text[])""";

    private static final String HOLDING = """
            SELECT c.enrollment_id FROM credential c
              JOIN issuer_key k ON k.tenant_id = c.tenant_id AND k.id = c.key_id AND k.withdrawn_at IS NULL
            """;

    private static final String REVOKE_UNBELIEVED = """
            UPDATE credential c SET version = c.version + 1, revoked_at = k.withdrawn_at, reason = 'KEY_WITHDRAWN'
              FROM issuer_key k
             WHERE k.tenant_id = c.tenant_id AND k.id = c.key_id AND k.withdrawn_at IS NOT NULL
               AND c.enrollment_id = ANY (?) AND c.revoked_at IS NULL
            RETURNING c.id, c.enrollment_id, c.program_id, c.criteria_version, c.graduated_on""";

    private static final String REVOKED = """
            SELECT status_index FROM credential WHERE tenant_id = ? AND status_list = ? AND revoked_at IS NOT NULL
            UNION ALL
            SELECT c.status_index FROM issuer_key k JOIN credential c ON c.tenant_id = k.tenant_id AND c.key_id = k.id
             WHERE k.withdrawn_at IS NOT NULL AND c.tenant_id = ? AND c.status_list = ? AND c.revoked_at IS NULL""";

    @Inject
    CurrentActor actor;

    @Inject
    Sql sql;

    /** Waits until nobody else in the tenant issues or changes keys, and lets nobody until the commit. */
    void alone() {
        UUID tenant = actor.get().tenant();
        sql.list("SELECT pg_advisory_xact_lock(hashtextextended(?, 5))", row -> null, "credentials " + tenant);
    }

    /** Where the tenant's next credentials stand, to whoever is alone. */
    StatusPlaces places() {
        BitSet taken = new BitSet(RevokedBits.BITS);
        List<Integer> newest = sql.list("SELECT list, place FROM newest_status_list()", row -> {
            taken.set(row.getInt(2));
            return row.getInt(1);
        });
        return new StatusPlaces(newest.isEmpty() ? 1 : newest.getFirst(), taken);
    }

    /** Whether anything stands in a list; the first one is there before. */
    boolean begun(int list) {
        return list == 1
                || sql.first(
                                "SELECT 1 FROM credential WHERE tenant_id = ? AND status_list = ? LIMIT 1",
                                row -> true,
                                actor.get().tenant(),
                                list)
                        .isPresent();
    }

    /** The places in a list of those that hold no longer, for themselves or for their key. */
    List<Integer> revoked(int list) {
        UUID tenant = actor.get().tenant();
        return sql.list(REVOKED, row -> row.getInt(1), tenant, list, tenant, list);
    }

    /** Revokes what the enrolments hold that is not believed any more, for the key that signed it. */
    List<CredentialRecord> revokeUnbelieved(Collection<UUID> enrollments) {
        return sql.list(
                REVOKE_UNBELIEVED,
                row -> new CredentialRecord(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getInt(4),
                        row.getObject(5, LocalDate.class),
                        CredentialRevocation.KEY_WITHDRAWN),
                enrollments);
    }

    /** Which of the enrolments hold one. */
    Set<UUID> holders(Collection<UUID> enrollments) {
        return new HashSet<>(
                sql.ids(HOLDING + " WHERE c.enrollment_id = ANY (?) AND c.revoked_at IS NULL", enrollments));
    }

    /** Those of a cohort's graduates who hold one, by id. */
    List<UUID> holders(UUID cohort) {
        return sql.ids(
                HOLDING + " JOIN enrollment e ON e.tenant_id = c.tenant_id AND e.id = c.enrollment_id"
                        + " WHERE e.cohort_id = ? AND c.revoked_at IS NULL ORDER BY 1",
                cohort);
    }

    /** Has them written; Hibernate knows nothing of them until they are read. */
    void add(List<Credential> fresh) {
        Columns<Credential> columns = Columns.of(fresh)
                .uuid(c -> c.tenantId)
                .uuid(c -> c.id)
                .count(c -> c.version)
                .time(c -> c.createdAt)
                .uuid(c -> c.enrollmentId)
                .uuid(c -> c.programId)
                .whole(c -> c.criteriaVersion)
                .date(c -> c.graduatedOn)
                .uuid(c -> c.keyId)
                .whole(c -> c.statusList)
                .whole(c -> c.statusIndex)
                .text(c -> c.token);
        sql.later(pipeline -> pipeline.write(ADD, columns));
    }
}

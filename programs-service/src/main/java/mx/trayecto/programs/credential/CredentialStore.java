package mx.trayecto.programs.credential;

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
              graduated_on, key_id, status_index, token)
            SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::timestamptz[], ?::uuid[], ?::uuid[], ?::int[],
              ?::date[], ?::uuid[], ?::int[], ?::text[])""";

    @Inject
    CurrentActor actor;

    @Inject
    Sql sql;

    /** Which places in the tenant's list are taken; who issues waits here until no other does in the tenant. */
    Set<Integer> taken() {
        UUID tenant = actor.get().tenant();
        sql.list("SELECT pg_advisory_xact_lock(hashtextextended(?, 5))", row -> null, "credentials " + tenant);
        return new HashSet<>(sql.list("SELECT * FROM taken_status_indexes()", row -> row.getInt(1)));
    }

    /** Which of the enrolments hold one. */
    Set<UUID> holders(Collection<UUID> enrollments) {
        return new HashSet<>(sql.ids(
                "SELECT enrollment_id FROM credential WHERE enrollment_id = ANY (?) AND revoked_at IS NULL",
                enrollments));
    }

    /** Those of a cohort's graduates who hold one, by id. */
    List<UUID> holders(UUID cohort) {
        return sql.ids(
                "SELECT c.enrollment_id FROM credential c JOIN enrollment e ON e.tenant_id = c.tenant_id"
                        + " AND e.id = c.enrollment_id WHERE e.cohort_id = ? AND c.revoked_at IS NULL ORDER BY 1",
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
                .whole(c -> c.statusIndex)
                .text(c -> c.token);
        sql.later(pipeline -> pipeline.write(ADD, columns));
    }
}

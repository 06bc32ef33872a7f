package mx.trayecto.bench.commits;

import mx.trayecto.bench.ground.Database;
import mx.trayecto.bench.ground.Site;

/** Enrolments of earlier years, with everything that making them would have left in the database. */
final class Stored {
    private static final String PARTICIPANT = id("0192e000");
    private static final String ENROLLMENT = id("0192f000");

    private Stored() {}

    private static String id(String prefix) {
        return "('" + prefix + "-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid";
    }

    /** Its references are right by construction, so they are not looked up one by one. */
    static void fill(Database programs, Site site, int rows) {
        String from = " FROM generate_series(1, " + rows + ") n";
        String tenant = "'" + site.tenant() + "'::uuid";
        String cohort = "('0192a000-0000-7000-9000-' || lpad(to_hex(1 + n % "
                + site.cohorts().size() + "), 12, '0'))::uuid";
        programs.execute(
                "SET session_replication_role = replica",
                "INSERT INTO known_participant (tenant_id, id) SELECT " + tenant + ", " + PARTICIPANT + from,
                "INSERT INTO enrollment (tenant_id, id, version, created_at, participant_id, program_id, cohort_id,"
                        + " center_id, status, status_on, applied_on, enrolled_on, joined_on) SELECT " + tenant + ", "
                        + ENROLLMENT + ", 0, now(), " + PARTICIPANT + ", '"
                        + site.programme().id() + "', " + cohort
                        + ", '" + site.center()
                        + "', 'ENROLLED', '2024-06-10', '2024-06-10', '2024-06-10', '2024-06-10'" + from,
                "INSERT INTO stay (tenant_id, id, version, created_at, enrollment_id, cohort_id, from_on) SELECT "
                        + tenant + ", gen_random_uuid(), 0, now(), " + ENROLLMENT + ", " + cohort + ", '2024-06-10'"
                        + from,
                "INSERT INTO cohort_seats (tenant_id, cohort_id, taken) SELECT tenant_id, cohort_id, count(*)"
                        + " FROM enrollment GROUP BY 1, 2 ON CONFLICT (tenant_id, cohort_id)"
                        + " DO UPDATE SET taken = EXCLUDED.taken",
                "INSERT INTO event_counter SELECT " + tenant + ", " + ENROLLMENT + ", 2" + from,
                "INSERT INTO outbox (tenant_id, topic, aggregate_id, epoch, sequence, event_id, type, data,"
                        + " published_at) SELECT " + tenant + ", 'trayecto.enrollments.v1', " + ENROLLMENT
                        + ", 1, s, gen_random_uuid(), 'mx.trayecto.enrollment.applied.v1', repeat('x', 250), now()"
                        + from + " CROSS JOIN generate_series(1, 2) s",
                "INSERT INTO idempotency (tenant_id, client, method, path, key, fingerprint, status, location,"
                        + " resource_id, version, positions) SELECT " + tenant + ", 'suite', 'POST', '/v1/enrollments',"
                        + " md5('stored' || n), decode(md5(n::text), 'hex'), 201, '/v1/enrollments/' || " + ENROLLMENT
                        + ", " + ENROLLMENT + ", 0, 'trayecto.enrollments.v1/' || " + ENROLLMENT + " || '/1.2'" + from,
                "INSERT INTO audit_entry (tenant_id, subject, client, organization, action, resource_id, trace_id)"
                        + " SELECT " + tenant + ", 'coordinator', 'suite', " + tenant + ", 'enrollParticipant', "
                        + ENROLLMENT + ", md5(n::text)" + from,
                // sealed long ago: nothing of it is to be done while something is measured
                "UPDATE audit_sealing SET low = (SELECT max(id) FROM audit_entry), above = '{}',"
                        + " seen = (SELECT max(id) FROM audit_entry)",
                "RESET session_replication_role",
                "VACUUM ANALYZE",
                "CHECKPOINT");
    }
}

package mx.trayecto.programs.enrollment;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Sql;

/**
 * Writes new enrolments, however many, in two statements that wait for the transaction's next round trip: on a busy
 * machine it is round trips that enrolling waits for. What changes later is Hibernate's.
 */
@ApplicationScoped
class EnrollmentStore {
    private static final String ENROLLMENTS = """
            INSERT INTO enrollment (tenant_id, id, version, created_at, participant_id, record_hidden, program_id, cohort_id, center_id,
              agreement_id, application_id, source_system, status, status_on, applied_on, waitlist_position,
              offer_expires_on, enrolled_on, joined_on, ended_on, reason, rule_version)
            SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::timestamptz[], ?::uuid[], ?::boolean[], ?::uuid[], ?::uuid[],
              ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::date[], ?::date[], ?::int[], ?::date[],
              ?::date[], ?::date[], ?::date[], ?::text[], ?::int[])""";

    private static final String STAYS = """
            INSERT INTO stay (tenant_id, id, version, created_at, enrollment_id, cohort_id, from_on)
            SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::timestamptz[], ?::uuid[], ?::uuid[], ?::date[])""";

    @Inject
    Sql sql;

    /**
     * Has them written; Hibernate knows nothing of them until they are read. A constraint that refuses one shows where
     * they are sent: 409 where she has another enrolment under way.
     */
    void add(List<Enrollment> fresh) {
        Columns<Enrollment> enrollments = Columns.of(fresh)
                .uuid(e -> e.tenantId)
                .uuid(e -> e.id)
                .count(e -> e.version)
                .time(e -> e.createdAt)
                .uuid(e -> e.participantId)
                .flag(e -> e.recordHidden)
                .uuid(e -> e.programId)
                .uuid(e -> e.cohortId)
                .uuid(e -> e.centerId)
                .uuid(e -> e.agreementId)
                .uuid(e -> e.applicationId)
                .text(e -> e.sourceSystem)
                .text(e -> e.status.name())
                .date(e -> e.statusOn)
                .date(e -> e.appliedOn)
                .whole(e -> e.waitlistPosition)
                .date(e -> e.offerExpiresOn)
                .date(e -> e.enrolledOn)
                .date(e -> e.joinedOn)
                .date(e -> e.endedOn)
                .text(e -> e.reason)
                .whole(e -> e.ruleVersion);
        sql.later(pipeline -> pipeline.write(ENROLLMENTS, enrollments), OneLive::problem);
        List<Stay> stays = fresh.stream().flatMap(e -> e.stays.stream()).toList();
        if (!stays.isEmpty()) {
            Columns<Stay> columns = Columns.of(stays)
                    .uuid(stay -> stay.tenantId)
                    .uuid(stay -> stay.id)
                    .count(stay -> stay.version)
                    .time(stay -> stay.createdAt)
                    .uuid(stay -> stay.enrollment.id)
                    .uuid(stay -> stay.cohortId)
                    .date(stay -> stay.fromOn);
            sql.later(pipeline -> pipeline.write(STAYS, columns));
        }
    }
}

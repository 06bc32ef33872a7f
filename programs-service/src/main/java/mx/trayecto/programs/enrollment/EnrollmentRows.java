package mx.trayecto.programs.enrollment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;

import io.quarkus.panache.common.Sort;
import org.hibernate.Session;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.storage.Pipeline;
import mx.trayecto.platform.tenancy.TenantEntity;

/** Enrolments looked up together. Row locks are always taken in order of ids, so that nobody waits in a circle. */
public final class EnrollmentRows {
    /** An array of ids, because {@code her or one of those} cannot be looked up in an index. */
    static final String LIVE_OF_HERS = "e.status IN (%s) AND e.participant_id = ANY (ARRAY(SELECT id FROM hers))"
            .formatted(EnrollmentStatus.LIVE.stream()
                    .map(status -> "'" + status.name() + "'")
                    .collect(Collectors.joining(", ")));

    /**
     * The ids under which a woman is known: her record's, and those of all that were merged into it. Where she is protected
     * each of her records is one by itself here: a refusal for the sake of another would tell that they are of one woman.
     */
    static final String HERS = """
            WITH RECURSIVE hers (id) AS (
              SELECT ?::uuid
               UNION SELECT k.id FROM known_participant k JOIN hers ON k.merged_into = hers.id
                WHERE NOT k.protected)
            """;

    private static final String LIVE =
            HERS + "SELECT e.id FROM enrollment e WHERE e.program_id = ? AND " + LIVE_OF_HERS + " LIMIT 1";

    private static final String IN_COHORT = """
            select e.id from Enrollment e
             where e.participantId = :participant and e.recordHidden = false
               and (e.cohortId = :cohort or exists (
                    select 1 from Stay s where s.enrollment = e and s.cohortId = :cohort))
               and %s
             order by e.id""";

    private static final Set<EnrollmentStatus> GOING = EnumSet.copyOf(Stream.of(EnrollmentStatus.values())
            .filter(status -> status.live() || status == EnrollmentStatus.GRADUATED)
            .toList());

    private EnrollmentRows() {}

    /** Enrolments under row locks, taken in order of their ids; what the caller may not see is left out. */
    public static List<Enrollment> lockAll(Collection<UUID> ids) {
        return TenantEntity.lockAll(Enrollment.class, ids);
    }

    /** All of a cohort who are enrolled, active or graduated, by id; under row locks where asked. */
    public static List<Enrollment> takingPart(UUID cohort, boolean locked) {
        return of(
                cohort,
                EnumSet.of(EnrollmentStatus.ENROLLED, EnrollmentStatus.ACTIVE, EnrollmentStatus.GRADUATED),
                locked);
    }

    /** All of a cohort who applied, wait or were offered a seat, by id and under row locks. */
    static List<Enrollment> waiting(UUID cohort) {
        return of(
                cohort,
                EnumSet.of(EnrollmentStatus.APPLIED, EnrollmentStatus.WAITLISTED, EnrollmentStatus.OFFERED),
                true);
    }

    /** All of a cohort that are under way, by id; where asked under row locks, and with their stays. */
    static List<Enrollment> underWay(UUID cohort, boolean locked) {
        List<Enrollment> all = of(cohort, EnrollmentStatus.LIVE, locked);
        if (locked) { // those of all in one query, which could not lock as well
            Enrollment.list(
                    "select distinct e from Enrollment e left join fetch e.stays where e.cohortId = ?1 and e.status in ?2",
                    cohort,
                    EnrollmentStatus.LIVE);
        }
        return all;
    }

    private static List<Enrollment> of(UUID cohort, Set<EnrollmentStatus> statuses, boolean locked) {
        return Enrollment.<Enrollment>find("cohortId = ?1 AND status IN ?2", Sort.by("id"), cohort, statuses)
                .withLock(locked ? LockModeType.PESSIMISTIC_WRITE : LockModeType.NONE)
                .list();
    }

    /**
     * The enrolment under way that she, or a record merged into hers, has in the programme: as far as the caller sees,
     * and before anything that is still to be written.
     */
    static Optional<UUID> live(UUID participant, UUID program) {
        return Enrollment.getEntityManager()
                .unwrap(Session.class)
                .doReturningWork(connection -> new Pipeline(connection)
                        .ask(LIVE, row -> row.getObject(1, UUID.class), participant, program)
                        .rows())
                .stream()
                .findFirst();
    }

    /**
     * The enrolments of a woman in a cohort that she belongs to or has belonged to, as far as the caller sees, without
     * those that do not lead to her record.
     *
     * @param going whether only those under way, or graduated
     */
    static List<UUID> of(UUID participant, UUID cohort, boolean going) {
        return inCohort(participant, cohort, "(:all = true or e.status in :going)")
                .setParameter("all", !going)
                .getResultList();
    }

    /** Those of them that were asked for on a day: by staff, or by a portal and not in vain. */
    static List<UUID> askedFor(UUID participant, UUID cohort, LocalDate on) {
        return inCohort(participant, cohort, "e.appliedOn = :on and (e.applicationId is null or e.status in :going)")
                .setParameter("on", on)
                .getResultList();
    }

    private static TypedQuery<UUID> inCohort(UUID participant, UUID cohort, String and) {
        return Enrollment.getEntityManager()
                .createQuery(IN_COHORT.formatted(and), UUID.class)
                .setParameter("participant", participant)
                .setParameter("cohort", cohort)
                .setParameter("going", GOING);
    }

    /** Which cohort's seats to lock before the enrolment itself. */
    static UUID cohortOf(UUID id) {
        return Enrollment.find("id", id)
                .project(CohortOf.class)
                .<CohortOf>firstResultOptional()
                .orElseThrow(ProblemException::notFound)
                .cohortId();
    }

    /** The projection of {@link #cohortOf}. */
    record CohortOf(UUID cohortId) {}
}

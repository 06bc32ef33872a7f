package mx.trayecto.programs.enrollment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.programs.cohort.CohortStatus;

/**
 * What a cohort means for those in it: where, when, how many.
 *
 * @param endsOn null while it is not known
 * @param offerDays days an offered seat is kept; null where a seat is given without asking back
 * @param timeZone the centre's: business dates are local to it
 */
public record CohortTerms(
        UUID id,
        long version,
        UUID program,
        UUID pathway,
        UUID center,
        UUID agreement,
        CohortStatus status,
        LocalDate startsOn,
        LocalDate endsOn,
        int capacity,
        Integer offerDays,
        String timeZone) {

    static final String FIND = """
            SELECT c.id, c.version, c.program_id, c.pathway_id, c.center_id, c.agreement_id, c.status, c.starts_on,
                   c.ends_on, c.capacity, c.offer_days, z.time_zone
              FROM cohort c JOIN center z ON z.tenant_id = c.tenant_id AND z.id = c.center_id
             WHERE c.id = ?""";

    static CohortTerms read(ResultSet row) throws SQLException {
        return new CohortTerms(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getObject(5, UUID.class),
                row.getObject(6, UUID.class),
                CohortStatus.valueOf(row.getString(7)),
                row.getObject(8, LocalDate.class),
                row.getObject(9, LocalDate.class),
                row.getInt(10),
                row.getObject(11, Integer.class),
                row.getString(12));
    }

    /** The cohort as it stands now, if the caller may see it; read in one round trip. */
    public static Optional<CohortTerms> find(UUID id) {
        return Sql.get().first(FIND, CohortTerms::read, id);
    }

    /** The cohort of something the caller sees. */
    public static CohortTerms of(UUID id) {
        return find(id).orElseThrow(ProblemException::notFound);
    }

    /**
     * The cohort that she took part in on a day, if the caller may see it; she may have been transferred since.
     *
     * @param day the day at a cohort's centre
     */
    public static Optional<CohortTerms> ofThatDay(Enrollment hers, Function<CohortTerms, LocalDate> day) {
        return hers.cohorts().stream()
                .flatMap(id -> find(id).stream())
                .filter(cohort -> {
                    LocalDate on = day.apply(cohort);
                    return !on.isBefore(cohort.startsOn()) && hers.tookPartIn(cohort.id(), on);
                })
                .findFirst();
    }

    /** Whether seats are given. */
    public boolean admits() {
        return status.takesEnrollments();
    }

    /** @throws ProblemException 409 where the cohort is not open yet or closed */
    public void requireAdmitting() {
        if (!admits()) {
            throw ProblemException.of(EnrollmentProblem.COHORT_NOT_OPEN);
        }
    }

    public LocalDate today() {
        return LocalDate.now(ZoneId.of(timeZone));
    }

    /**
     * The day something happened: the one given, today at the centre where none is.
     *
     * @throws ProblemException 422 where it lies in the future
     */
    public LocalDate day(LocalDate given, String pointer) {
        LocalDate today = today();
        if (given != null && given.isAfter(today)) {
            throw ProblemException.of(CommonProblem.VALIDATION)
                    .error(pointer, "future", "no puede estar en el futuro", "must not be in the future");
        }
        return given == null ? today : given;
    }

    /**
     * The day of something that happens to one woman, whether her cohort runs or not.
     *
     * @throws ProblemException 422 also where it lies before she applied
     */
    public static LocalDate daySinceApplying(Enrollment enrollment, LocalDate given, String pointer) {
        LocalDate day = of(enrollment.cohortId).day(given, pointer);
        if (day.isBefore(enrollment.appliedOn)) {
            throw ProblemException.of(CommonProblem.VALIDATION)
                    .error(
                            pointer,
                            "before-application",
                            "no puede ser anterior a la solicitud",
                            "must not be before the application");
        }
        return day;
    }

    /**
     * The day of something that only happens while the cohort runs.
     *
     * @throws ProblemException 422 also where it lies before the cohort's first day
     */
    public LocalDate dayInside(LocalDate given, String pointer) {
        LocalDate day = day(given, pointer);
        if (day.isBefore(startsOn)) {
            throw ProblemException.of(CommonProblem.VALIDATION)
                    .error(
                            pointer,
                            "before-cohort",
                            "no puede ser anterior al inicio de la generación",
                            "must not be before the cohort's first day");
        }
        return day;
    }
}

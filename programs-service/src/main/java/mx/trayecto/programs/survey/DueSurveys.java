package mx.trayecto.programs.survey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.storage.Columns;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.programs.cohort.Cohort;
import mx.trayecto.programs.cohort.ScheduledSurvey;
import mx.trayecto.programs.enrollment.CohortTerms;
import mx.trayecto.programs.enrollment.Enrollment;
import mx.trayecto.programs.enrollment.EnrollmentStatus;
import mx.trayecto.programs.instrument.Instrument;
import mx.trayecto.programs.instrument.InstrumentKind;

/** Who of a cohort has answered what it is scheduled to answer, and who has yet to. Runs in the caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class DueSurveys {
    private static final String ANSWERED = """
            SELECT r.enrollment_id, r.kind, i.code, min(r.answered_on)
              FROM survey_response r JOIN instrument i ON i.tenant_id = r.tenant_id AND i.id = r.instrument_id
             WHERE r.enrollment_id = ANY (?) GROUP BY 1, 2, 3""";

    @Inject
    Sql sql;

    /** What is answered, in whichever version: entry and exit once, whatever instrument asks; another by its code. */
    private record Asked(UUID enrollment, InstrumentKind once, String code) {
        static Asked of(UUID enrollment, InstrumentKind kind, String code) {
            return kind == InstrumentKind.ENTRY || kind == InstrumentKind.EXIT
                    ? new Asked(enrollment, kind, null)
                    : new Asked(enrollment, null, code);
        }
    }

    private record Answer(Asked asked, LocalDate on) {}

    /** The women of a cohort who take part or graduated, after one of them, each with what she is to answer. */
    List<SurveysOfOne> of(UUID cohortId, UUID after, int rows) {
        CohortTerms terms = CohortTerms.of(cohortId);
        List<ScheduledSurvey> scheduled = Cohort.find(cohortId).orElseThrow(ProblemException::notFound).surveys;
        List<Enrollment> women = Enrollment.<Enrollment>find(
                        "cohortId = ?1 and id > ?2 and status in ?3 order by id",
                        cohortId,
                        after == null ? new UUID(0, 0) : after,
                        List.of(EnrollmentStatus.ENROLLED, EnrollmentStatus.ACTIVE, EnrollmentStatus.GRADUATED))
                .range(0, rows - 1)
                .list();
        Map<UUID, Instrument> instruments = new HashMap<>();
        scheduled.forEach(survey -> instruments.computeIfAbsent(
                survey.instrument(), id -> Instrument.find(id).orElseThrow(ProblemException::notFound)));
        Map<Asked, LocalDate> answered = new HashMap<>();
        sql.list(
                        ANSWERED,
                        row -> new Answer(
                                Asked.of(
                                        row.getObject(1, UUID.class),
                                        InstrumentKind.valueOf(row.getString(2)),
                                        row.getString(3)),
                                row.getObject(4, LocalDate.class)),
                        Columns.of(women).uuid(woman -> woman.id))
                .forEach(answer ->
                        answered.merge(answer.asked(), answer.on(), (one, other) -> one.isBefore(other) ? one : other));
        return women.stream()
                .map(woman -> new SurveysOfOne(woman.id, surveys(woman, scheduled, instruments, answered, terms)))
                .toList();
    }

    private static List<SurveysOfOne.Scheduled> surveys(
            Enrollment woman,
            List<ScheduledSurvey> scheduled,
            Map<UUID, Instrument> instruments,
            Map<Asked, LocalDate> answered,
            CohortTerms terms) {
        List<SurveysOfOne.Scheduled> all = new ArrayList<>();
        for (ScheduledSurvey survey : scheduled) {
            Optional<LocalDate> from = Optional.ofNullable(
                    switch (survey.counted()) {
                        case ENROLMENT -> woman.enrolledOn;
                        case COHORT_END -> terms.endsOn();
                        case GRADUATION -> woman.graduatedOn;
                    });
            Instrument instrument = instruments.get(survey.instrument());
            all.add(SurveysOfOne.Scheduled.of(
                    survey,
                    from.map(day -> day.plusDays(survey.opens())).orElse(null),
                    from.map(day -> day.plusDays(survey.due())).orElse(null),
                    answered.get(Asked.of(woman.id, instrument.kind, instrument.code)),
                    terms.today()));
        }
        return all;
    }
}

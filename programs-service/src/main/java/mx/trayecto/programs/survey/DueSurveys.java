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

/** Who of a cohort has answered what it is scheduled to answer, and who has yet to. Runs in the caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class DueSurveys {
    private static final String ANSWERED = "SELECT enrollment_id, instrument_id, min(answered_on) FROM survey_response"
            + " WHERE enrollment_id = ANY (?) GROUP BY 1, 2";

    @Inject
    Sql sql;

    private record Key(UUID enrollment, UUID instrument) {}

    private record Answer(Key key, LocalDate on) {}

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
        Map<Key, LocalDate> answered = new HashMap<>();
        sql.list(
                        ANSWERED,
                        row -> new Answer(
                                new Key(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                                row.getObject(3, LocalDate.class)),
                        Columns.of(women).uuid(woman -> woman.id))
                .forEach(answer -> answered.put(answer.key(), answer.on()));
        return women.stream()
                .map(woman -> new SurveysOfOne(woman.id, surveys(woman, scheduled, answered, terms)))
                .toList();
    }

    private static List<SurveysOfOne.Scheduled> surveys(
            Enrollment woman, List<ScheduledSurvey> scheduled, Map<Key, LocalDate> answered, CohortTerms terms) {
        List<SurveysOfOne.Scheduled> all = new ArrayList<>();
        for (ScheduledSurvey survey : scheduled) {
            Optional<LocalDate> from = Optional.ofNullable(
                    switch (survey.counted()) {
                        case ENROLMENT -> woman.enrolledOn;
                        case COHORT_END -> terms.endsOn();
                        case GRADUATION -> woman.graduatedOn;
                    });
            all.add(SurveysOfOne.Scheduled.of(
                    survey,
                    from.map(day -> day.plusDays(survey.opens())).orElse(null),
                    from.map(day -> day.plusDays(survey.due())).orElse(null),
                    answered.get(new Key(woman.id, survey.instrument())),
                    terms.today()));
        }
        return all;
    }
}

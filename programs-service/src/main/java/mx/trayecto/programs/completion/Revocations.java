package mx.trayecto.programs.completion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import mx.trayecto.platform.concurrency.Preconditions;
import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.storage.Sql;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.programs.enrollment.CohortTerms;
import mx.trayecto.programs.enrollment.Enrollment;
import mx.trayecto.programs.enrollment.EnrollmentEvent;
import mx.trayecto.programs.enrollment.EnrollmentLog;
import mx.trayecto.programs.enrollment.EnrollmentStatus;
import mx.trayecto.programs.field.Hours;
import mx.trayecto.programs.pathway.Pathway;

/**
 * Takes back completions that were recorded wrongly. What rests on one is taken back before it: her graduation, where the
 * criteria that she met ask for the module, and the modules of later phases. Otherwise it would hold against its own rule
 * without anybody having decided so. Where she stands does not change: whoever was active stays so, though her first day may
 * turn out to be another.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Revocations {
    /** Whatever else she did of what makes a woman active. */
    private static final String FIRST = """
            SELECT min(done.day) FROM (
              SELECT c.completed_on FROM completion c WHERE c.enrollment_id = ? AND c.id <> ? AND c.status = 'RECORDED'
              UNION ALL
              SELECT a.held_on FROM attendance a WHERE a.enrollment_id = ? AND a.attended) AS done (day)""";

    @Inject
    EnrollmentLog log;

    @Inject
    CurrentActor actor;

    @Inject
    Preconditions preconditions;

    @Inject
    Sql sql;

    /** What became of a completion that was to be taken back; the last two are what stands in the way. */
    public enum Outcome {
        REVOKED,
        REVOKED_BEFORE,
        GRADUATED,
        RELIED_ON
    }

    /** A completion, and whose it is, under a lock of the enrolment. */
    private record Case(Enrollment hers, Completion completion, Pathway pathway) {
        Optional<Outcome> obstacle() {
            return graduatedOnIt()
                    ? Optional.of(Outcome.GRADUATED)
                    : reliedOnBy().isEmpty() ? Optional.empty() : Optional.of(Outcome.RELIED_ON);
        }

        private boolean graduatedOnIt() {
            return hers.status == EnrollmentStatus.GRADUATED
                    && !completion.completedOn.isAfter(hers.graduatedOn)
                    && pathway.requires(hers.criteriaVersion, completion.moduleCode);
        }

        List<String> reliedOnBy() {
            return Completion.modules(hers.id).stream()
                    .filter(code -> pathway.module(code)
                            .filter(module -> pathway.prerequisites(module).stream()
                                    .anyMatch(first -> first.code().equals(completion.moduleCode)))
                            .isPresent())
                    .toList();
        }
    }

    /** @throws ProblemException 404, 409 where it was revoked before or something rests on it, 412, 422 */
    Completion revoke(UUID id, RevocationReason why) {
        if (why == RevocationReason.TAKEN_BACK) {
            throw ProblemException.of(CommonProblem.VALIDATION)
                    .error("/reason", "not-a-choice", "solo lo dice la plataforma", "is for the platform to say");
        }
        Case of = lock(id).orElseThrow(ProblemException::notFound);
        preconditions.check(of.completion().version);
        if (of.completion().holds()) {
            of.obstacle().ifPresent(obstacle -> refuse(of, obstacle));
        }
        return revoke(of, why);
    }

    /** Takes back what a learning platform takes back, unless something stands in the way; then nothing is done. */
    public Outcome takeBack(UUID id) {
        Case of = lock(id).orElseThrow(ProblemException::notFound);
        if (!of.completion().holds()) {
            return Outcome.REVOKED_BEFORE;
        }
        return of.obstacle().orElseGet(() -> {
            revoke(of, RevocationReason.TAKEN_BACK);
            return Outcome.REVOKED;
        });
    }

    /** Whatever changes a completion, or rests on one, has locked the enrolment first. */
    private Optional<Case> lock(UUID id) {
        return sql.ids("SELECT enrollment_id FROM completion WHERE id = ?", id).stream()
                .findFirst()
                .map(enrollment -> {
                    Enrollment hers = Enrollment.lock(enrollment);
                    Completion completion = Completion.find(enrollment, id).orElseThrow(ProblemException::notFound);
                    return new Case(hers, completion, pathway(hers));
                });
    }

    /** Told of the cohort and centre where it happened, as it was told when it was recorded. */
    private Completion revoke(Case of, RevocationReason why) {
        Completion completion = of.completion();
        completion.revoke(why, actor.get().subject());
        CohortTerms cohort = cohort(of.hers(), completion);
        List<EnrollmentEvent> told = new ArrayList<>();
        told.add(EnrollmentEvent.of("completion-revoked", of.hers(), completion.completedOn)
                .with("cohort", cohort.id())
                .with("center", cohort.center())
                .with("module", completion.moduleId)
                .with("hours", Hours.plain(completion.hours))
                .with("source", completion.source)
                .with("reason", why.code()));
        of.hers().takeBack(completion.completedOn, first(completion)).ifPresent(told::add);
        log.append(told);
        return completion;
    }

    private LocalDate first(Completion besides) {
        return sql.list(
                        FIRST,
                        row -> row.getObject(1, LocalDate.class),
                        besides.enrollmentId,
                        besides.id,
                        besides.enrollmentId)
                .getFirst();
    }

    /**
     * The one that she took part in that day; her present one, where she has ended before that day since.
     *
     * @throws ProblemException 404 where that may have been in one that the caller does not see
     */
    private static CohortTerms cohort(Enrollment hers, Completion completion) {
        return CohortTerms.ofThatDay(hers, any -> completion.completedOn)
                .orElseGet(() ->
                        hers.cohorts().stream().map(CohortTerms::of).toList().getFirst());
    }

    private static void refuse(Case of, Outcome obstacle) {
        if (obstacle == Outcome.GRADUATED) {
            throw ProblemException.of(CompletionProblem.GRADUATED);
        }
        String after = String.join(", ", of.reliedOnBy());
        throw ProblemException.of(CompletionProblem.RELIED_ON)
                .detail("Van después de él: " + after + ".", "After it come: " + after + ".");
    }

    /** A woman stays on her version, to whichever cohort she is transferred. */
    private static Pathway pathway(Enrollment hers) {
        return Pathway.find(CohortTerms.of(hers.cohortId).pathway()).orElseThrow();
    }
}

package mx.trayecto.programs.enrollment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import mx.trayecto.platform.audit.Audit;
import mx.trayecto.platform.problem.CommonProblem;
import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.platform.text.Bilingual;
import mx.trayecto.programs.cohort.CohortStatus;
import mx.trayecto.programs.eligibility.Eligibility;
import mx.trayecto.programs.eligibility.Verdict;
import mx.trayecto.programs.field.References;
import mx.trayecto.programs.participant.KnownParticipant;

/** The one way into a cohort, for staff and for portal applications alike. Runs in its caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Enrollments {
    @Inject
    Seats seats;

    @Inject
    Admissions admissions;

    @Inject
    OneLive oneLive;

    @Inject
    Eligibility eligibility;

    @Inject
    EnrollmentLog log;

    @Inject
    CurrentActor actor;

    @Inject
    Audit audit;

    /** Staff enrol a woman; what stands in the way is told as a problem. */
    Enrollment enroll(EnrollParticipant command) {
        References named = new References();
        Seats.Locked into =
                named.follow("/cohort", command.cohort(), cohort -> seats.lockFor(command.participant(), cohort));
        named.check();
        CohortTerms cohort = into.cohort();
        Applicant woman = into.applicant()
                .filter(known -> !known.suppressed())
                .orElseThrow(() -> unknownParticipant("unknown-participant", "es desconocida", "is unknown"));
        if (woman.merged()) {
            throw unknownParticipant("merged", "se unió a otro registro", "was merged into another record");
        }
        LocalDate on = cohort.day(command.on(), "/on");
        if (cohort.endsOn() != null && on.isAfter(cohort.endsOn())) {
            throw ProblemException.of(CommonProblem.VALIDATION)
                    .error(
                            "/on",
                            "after-cohort",
                            "no puede ser posterior al fin de la generación",
                            "must not be after the cohort's last day");
        }
        Admission asked = new Admission(
                woman.id(), cohort.id(), on, null, actor.get().sourceSystem().orElse(null), false);
        obstacle(asked, woman, cohort).ifPresent(why -> {
            throw why == RejectionReason.ALREADY_ENROLLED
                    ? oneLive.problem(woman.id(), cohort.program())
                    : ProblemException.of(EnrollmentProblem.COHORT_NOT_OPEN);
        });
        Verdict verdict = eligibility.judge(woman.asked().hiddenIf(!eligibility.sees(woman.id())), on);
        refuseNotEligible(verdict);
        return place(asked, into, verdict);
    }

    /**
     * Decides a portal's application: a seat, an offer, a place in line, or a rejection with its reason. The
     * participant is known by then.
     *
     * @return the id of the enrolment made; empty where the cohort is unknown, so that there is none
     */
    public Optional<UUID> decide(Admission asked) {
        UUID woman = KnownParticipant.find(asked.participant()).orElseThrow().surviving().id;
        Admission hers = new Admission(
                woman, asked.cohort(), asked.on(), asked.application(), asked.sourceSystem(), asked.hidden());
        Seats.Locked into = seats.lockFor(woman, asked.cohort()).orElse(null);
        if (into == null) {
            log.append(List.of(EnrollmentEvent.ofApplication("rejected", hers)
                    .with("reason", RejectionReason.UNKNOWN_COHORT.code())));
            return Optional.empty();
        }
        Applicant applicant = into.applicant().orElseThrow();
        Enrollment made = obstacle(hers, applicant, into.cohort())
                .map(why -> admissions.refuse(hers, into.cohort(), told(why, hers), null))
                .orElseGet(() -> {
                    Verdict verdict = eligibility.judge(applicant.asked().hiddenIf(hers.hidden()), asked.on());
                    return verdict.outcome() == Verdict.Outcome.NOT_ELIGIBLE
                            ? admissions.refuse(hers, into.cohort(), RejectionReason.NOT_ELIGIBLE, verdict)
                            : place(hers, into, verdict);
                });
        return Optional.of(made.id);
    }

    /**
     * What the rule that an application was refused or held back by says of her today.
     *
     * @throws ProblemException 404 where no rule stood in its way, or whoever asks may not be told what is known of her
     */
    Verdict explain(UUID id) {
        Enrollment hers = Enrollment.of(id);
        if (hers.ruleVersion == null || hers.recordHidden) {
            throw ProblemException.notFound();
        }
        audit.record("explainDecision", id, null);
        return eligibility.explain(hers.programId, hers.ruleVersion, hers.participantId, hers.appliedOn);
    }

    /** Of a record that whoever applied does not see, no reason tells what is known of it. */
    private static RejectionReason told(RejectionReason why, Admission asked) {
        return asked.hidden() && !why.ofTheCohort() ? RejectionReason.OTHER : why;
    }

    private Enrollment place(Admission asked, Seats.Locked into, Verdict verdict) {
        return verdict.outcome() == Verdict.Outcome.ELIGIBLE
                ? admissions.admit(asked, into)
                : admissions.hold(asked, into.cohort(), verdict);
    }

    private static void refuseNotEligible(Verdict verdict) {
        if (verdict.outcome() == Verdict.Outcome.NOT_ELIGIBLE) {
            Bilingual explanation = verdict.explanation();
            ProblemException refusal =
                    ProblemException.of(EnrollmentProblem.NOT_ELIGIBLE).detail(explanation.es(), explanation.en());
            verdict.unmet()
                    .forEach(unmet -> refusal.error(
                            "/participant",
                            unmet.code(),
                            unmet.told().es(),
                            unmet.told().en()));
            throw refusal;
        }
    }

    private static Optional<RejectionReason> obstacle(Admission asked, Applicant woman, CohortTerms cohort) {
        if (woman.suppressed()) {
            return Optional.of(RejectionReason.UNKNOWN_PARTICIPANT);
        }
        if (cohort.status() == CohortStatus.PLANNED) {
            return Optional.of(RejectionReason.COHORT_NOT_OPEN);
        }
        if (!cohort.admits() || cohort.endsOn() != null && asked.on().isAfter(cohort.endsOn())) {
            return Optional.of(RejectionReason.COHORT_CLOSED);
        }
        return woman.live() ? Optional.of(RejectionReason.ALREADY_ENROLLED) : Optional.empty();
    }

    private static ProblemException unknownParticipant(String code, String es, String en) {
        return ProblemException.of(EnrollmentProblem.UNKNOWN_PARTICIPANT).error("/participant", code, es, en);
    }
}

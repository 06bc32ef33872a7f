package mx.trayecto.programs.graduation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import io.quarkus.panache.common.Sort;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.programs.enrollment.CohortTerms;
import mx.trayecto.programs.enrollment.Enrollment;
import mx.trayecto.programs.enrollment.GraduationRevoked;
import mx.trayecto.programs.field.References;
import mx.trayecto.programs.pathway.Pathway;

/** Exceptions from graduation criteria: asked for by one person, decided by another. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class GraduationExceptions {
    @Inject
    CurrentActor actor;

    /** @throws ProblemException 422 with every error; 404 where the enrolment is not seen */
    GraduationException request(UUID enrollment, RequestException command) {
        Enrollment hers = Enrollment.of(enrollment);
        Pathway pathway = Pathway.find(CohortTerms.of(hers.cohortId).pathway()).orElseThrow(ProblemException::notFound);
        References faults = new References();
        for (int i = 0; i < command.waives().size(); i++) {
            Waiver waiver = command.waives().get(i);
            if (!waiver.complete()) {
                faults.refuse(
                        "/waives/" + i,
                        "incomplete",
                        "module va con su módulo e instrument con su instrumento, y solo con él",
                        "module goes with its module and instrument with its instrument, and with that alone");
            } else if (waiver.module() != null
                    && pathway.module(waiver.module()).isEmpty()) {
                faults.refuse(
                        "/waives/" + i + "/module",
                        "not-on-pathway",
                        "no es un módulo de la versión de la ruta que se sigue",
                        "is no module of the pathway version that is followed");
            }
        }
        faults.check();
        GraduationException made = new GraduationException(
                actor.get().tenant(), enrollment, command, actor.get().subject());
        made.persistAndFlush();
        return made;
    }

    /** @throws ProblemException 409 where who asked for it decides, or it is decided */
    GraduationException review(UUID id, ReviewException command) {
        GraduationException exception = GraduationException.lock(id);
        exception.review(command.decision(), actor.get().subject());
        GraduationException.flush();
        return exception;
    }

    /** What was accepted served the graduation that is taken back: nobody graduates by it again. */
    void graduationRevoked(@Observes GraduationRevoked event) {
        GraduationException.<GraduationException>find(
                        "status = ?1 and enrollmentId = ?2",
                        Sort.by("id"),
                        GraduationException.Status.ACCEPTED,
                        event.enrollment())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .forEach(GraduationException::lapse);
    }

    /** What each of them need not meet. */
    Map<UUID, List<Waiver>> of(Collection<UUID> enrollments) {
        return GraduationException.<GraduationException>list(
                        "status = ?1 and enrollmentId in ?2", GraduationException.Status.ACCEPTED, enrollments)
                .stream()
                .collect(Collectors.groupingBy(
                        each -> each.enrollmentId,
                        Collectors.flatMapping(each -> each.waives.stream(), Collectors.toList())));
    }

    static ExceptionView view(UUID id) {
        return GraduationException.<GraduationException>findByIdOptional(id)
                .map(ExceptionView::of)
                .orElseThrow(ProblemException::notFound);
    }
}

package mx.trayecto.programs.enrollment;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;

import org.hibernate.exception.ConstraintViolationException;

import mx.trayecto.platform.problem.ProblemException;
import mx.trayecto.platform.tenancy.CurrentActor;
import mx.trayecto.programs.participant.KnownParticipant;

/**
 * A woman has one live enrolment in a programme. Where another stands in the way and the caller may read it, the refusal
 * says where it is. A unique index decides where the caller sees none, and where two come at the same time.
 */
@ApplicationScoped
class OneLive {
    @Inject
    CurrentActor actor;

    /** @throws ProblemException 409 where she, under whatever record, has another than the one that is to be live again */
    void require(Enrollment again) {
        UUID woman = KnownParticipant.find(again.participantId).orElseThrow().surviving().id;
        if (EnrollmentRows.live(woman, again.programId).isPresent()) {
            throw problem(woman, again.programId);
        }
    }

    /** 409 that names the one there is to whoever may read it. */
    ProblemException problem(UUID participant, UUID program) {
        ProblemException problem = ProblemException.of(EnrollmentProblem.ALREADY_ENROLLED);
        if (actor.get().may("enrollments:read")) {
            EnrollmentRows.live(participant, program)
                    .ifPresent(id -> problem.header(HttpHeaders.LOCATION, "/v1/enrollments/" + id));
        }
        return problem;
    }

    /** 409 where the index refused the write; any other refusal as it is. */
    static RuntimeException problem(ConstraintViolationException refused) {
        String index = refused.getConstraintName();
        return index != null && index.endsWith("enrollment_one_live")
                ? ProblemException.of(EnrollmentProblem.ALREADY_ENROLLED)
                : refused;
    }
}

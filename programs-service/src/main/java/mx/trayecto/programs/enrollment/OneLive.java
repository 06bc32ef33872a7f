package mx.trayecto.programs.enrollment;

import org.hibernate.exception.ConstraintViolationException;

import mx.trayecto.platform.problem.ProblemException;

/** The unique index that keeps a woman to one live enrolment in a programme, whatever ran at the same time. */
final class OneLive {
    private OneLive() {}

    /** 409 where that index refused the write; any other refusal as it is. */
    static RuntimeException problem(ConstraintViolationException refused) {
        String index = refused.getConstraintName();
        return index != null && index.endsWith("enrollment_one_live")
                ? ProblemException.of(EnrollmentProblem.ALREADY_ENROLLED)
                : refused;
    }
}

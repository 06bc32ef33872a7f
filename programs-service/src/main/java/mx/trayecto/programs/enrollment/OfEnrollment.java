package mx.trayecto.programs.enrollment;

import java.util.List;
import java.util.UUID;

import mx.trayecto.programs.cohort.Cohort;
import mx.trayecto.programs.field.References;

/**
 * A row of a table that is about one enrolment. Its id names it; where a table has none, the woman and the cohort do, which
 * is named by its id or its code, and by its programme's where other programmes have the same.
 */
public interface OfEnrollment {
    UUID enrollment();

    UUID participant();

    String cohort();

    String program();

    /**
     * The enrolment under a row lock that lasts until the transaction ends.
     *
     * @throws mx.trayecto.platform.problem.ProblemException 422 where the row names none that the caller sees, or several
     */
    default Enrollment locked() {
        References named = new References();
        UUID id = enrollment() == null ? byWoman(named) : enrollment();
        named.check();
        List<Enrollment> found = EnrollmentRows.lockAll(List.of(id));
        if (found.isEmpty()) {
            named.unknown("/enrollment").check();
        }
        return found.getFirst();
    }

    private UUID byWoman(References named) {
        if (participant() == null || cohort() == null) {
            named.refuse(
                    "/enrollment",
                    "required",
                    "es obligatoria, o la participante y su generación",
                    "is required, or the participant and her cohort");
            return null;
        }
        Cohort cohort = named.named("/cohort", cohort(), Cohort::find, code -> Cohort.coded(code, program()));
        if (cohort == null) {
            return null;
        }
        List<UUID> hers = EnrollmentRows.of(participant(), cohort.id, false);
        List<UUID> one = hers.size() > 1 ? EnrollmentRows.of(participant(), cohort.id, true) : hers;
        if (hers.isEmpty()) {
            named.unknown("/participant");
        } else if (one.size() != 1) {
            named.refuse("/participant", "ambiguous", "tiene más de una inscripción", "has more than one enrolment");
        }
        return one.size() == 1 ? one.getFirst() : null;
    }
}

package mx.trayecto.programs.enrollment;

import java.util.List;
import java.util.UUID;

import mx.trayecto.programs.cohort.Cohort;
import mx.trayecto.programs.field.References;
import mx.trayecto.programs.program.Program;

/**
 * A row of a table that is about one enrolment. Its id names it; where a table has none, the woman and the cohort do, which
 * is named by its id or its code, and by its programme's where other programmes have the same. Where a row says both, they
 * have to agree: a slip in a table would else be recorded of another woman.
 */
public interface OfEnrollment {
    UUID enrollment();

    UUID participant();

    String cohort();

    String program();

    /**
     * The enrolment under a row lock that lasts until the transaction ends.
     *
     * @throws mx.trayecto.platform.problem.ProblemException 422 where the row names none that the caller sees, or several,
     *     or contradicts itself
     */
    default Enrollment locked() {
        References named = new References();
        UUID id = enrollment() == null ? byWoman(named) : enrollment();
        named.check();
        List<Enrollment> found = EnrollmentRows.lockAll(List.of(id));
        if (found.isEmpty()) {
            named.unknown("/enrollment").check();
        }
        if (enrollment() != null) {
            requireAgreement(found.getFirst(), named);
        }
        return found.getFirst();
    }

    /** By her record's id nobody learns whose an enrolment is that does not lead to it: there, no id agrees. */
    private void requireAgreement(Enrollment found, References named) {
        if (participant() != null && (found.recordHidden || !found.participantId.equals(participant()))) {
            contradicts("/participant", named);
        }
        if (cohort() != null && !cohortAgrees(found)) {
            contradicts("/cohort", named);
        }
        if (program() != null
                && Program.find(found.programId)
                        .filter(hers -> hers.code.equals(program()))
                        .isEmpty()) {
            contradicts("/program", named);
        }
        named.check();
    }

    private boolean cohortAgrees(Enrollment found) {
        return found.cohorts().stream()
                .flatMap(id -> Cohort.find(id).stream())
                .anyMatch(
                        hers -> hers.code.equals(cohort()) || hers.id.toString().equalsIgnoreCase(cohort()));
    }

    private static void contradicts(String pointer, References named) {
        named.refuse(
                pointer,
                "contradicts-enrollment",
                "no es de la inscripción que se indica",
                "is not that of the enrolment named");
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

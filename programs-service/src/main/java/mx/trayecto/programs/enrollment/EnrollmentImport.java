package mx.trayecto.programs.enrollment;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import mx.trayecto.platform.tasks.RecordRows;
import mx.trayecto.platform.tasks.RowOutcome;
import mx.trayecto.platform.tasks.RowResult;
import mx.trayecto.programs.cohort.Cohort;
import mx.trayecto.programs.field.References;

/** Enrols the woman of each row as staff do, in the order of the file: who comes when the seats are taken waits. */
@ApplicationScoped
class EnrollmentImport extends RecordRows<ImportEnrollment> {
    @Inject
    Enrollments enrollments;

    EnrollmentImport() {
        super("enrollments", ImportEnrollment.class);
    }

    /** Whom staff asked a seat in the cohort for that day is known, whatever became of it. */
    @Override
    protected RowResult take(ImportEnrollment told) {
        References named = new References();
        Cohort cohort = named.named("/cohort", told.cohort(), Cohort::find, code -> Cohort.coded(code, told.program()));
        named.check();
        List<UUID> before = EnrollmentRows.askedFor(told.participant(), cohort.id, told.on());
        if (!before.isEmpty()) {
            return RowResult.of(RowOutcome.UNCHANGED, null, before.getFirst());
        }
        Enrollment made = enrollments.enroll(new EnrollParticipant(told.participant(), cohort.id, told.on()));
        return RowResult.of(RowOutcome.CREATED, null, made.id);
    }
}

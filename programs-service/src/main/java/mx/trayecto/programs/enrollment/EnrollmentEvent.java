package mx.trayecto.programs.enrollment;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Something that happened in an enrolment: who, where and when in coded form, never a name or a text. The facts that
 * every event of the topic carries come from the enrolment, what is special to its type is added with {@link #with}.
 */
public final class EnrollmentEvent {
    private final UUID enrollment;
    private final String type;
    private final Map<String, Object> data = new LinkedHashMap<>();

    private EnrollmentEvent(UUID enrollment, String type) {
        this.enrollment = enrollment;
        this.type = type;
    }

    /** @param what past tense, the {@code x} of {@code mx.trayecto.enrollment.x.v1} */
    public static EnrollmentEvent of(String what, Enrollment of, LocalDate on) {
        return of(what, of.id, of.participantId, of.applicationId, of.cohortId, on)
                .with("program", of.programId)
                .with("center", of.centerId)
                .with("agreement", of.agreementId);
    }

    /** An application refused before it could become an enrolment: its cohort is unknown, hence programme and centre. */
    public static EnrollmentEvent withoutPlace(String what, UUID enrollment, Admission asked) {
        return of(what, enrollment, asked.participant(), asked.application(), asked.cohort(), asked.on());
    }

    private static EnrollmentEvent of(
            String what, UUID enrollment, UUID participant, UUID application, UUID cohort, LocalDate on) {
        return new EnrollmentEvent(enrollment, "mx.trayecto.enrollment." + what + ".v1")
                .with("enrollment", enrollment)
                .with("participant", participant)
                .with("cohort", cohort)
                .with("application", application)
                .with("on", on);
    }

    /** Adds a field; null stays out, as unknown does everywhere. */
    public EnrollmentEvent with(String field, Object value) {
        if (value != null) {
            data.put(field, value);
        }
        return this;
    }

    UUID enrollment() {
        return enrollment;
    }

    String type() {
        return type;
    }

    Map<String, Object> data() {
        return data;
    }
}

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
    private final UUID subject;
    private final String type;
    private final Map<String, Object> data = new LinkedHashMap<>();

    private EnrollmentEvent(UUID subject, String what) {
        this.subject = subject;
        this.type = "mx.trayecto.enrollment." + what + ".v1";
    }

    /** @param what past tense, the {@code x} of {@code mx.trayecto.enrollment.x.v1} */
    public static EnrollmentEvent of(String what, Enrollment of, LocalDate on) {
        return new EnrollmentEvent(of.id, what)
                .with("enrollment", of.id)
                .told(of.participantId, of.applicationId, of.cohortId, on)
                .with("program", of.programId)
                .with("center", of.centerId)
                .with("agreement", of.agreementId);
    }

    /**
     * An application refused before it could become an enrolment: it names none, is about the application itself, and
     * its cohort is unknown, hence programme and centre.
     */
    public static EnrollmentEvent ofApplication(String what, Admission asked) {
        return new EnrollmentEvent(asked.application(), what)
                .told(asked.participant(), asked.application(), asked.cohort(), asked.on());
    }

    private EnrollmentEvent told(UUID participant, UUID application, UUID cohort, LocalDate on) {
        return with("participant", participant)
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

    /** Whose events come in order: the enrolment, or the application that did not become one. */
    UUID subject() {
        return subject;
    }

    String type() {
        return type;
    }

    Map<String, Object> data() {
        return data;
    }
}

package mx.trayecto.participants.applications;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What programs-service is told of an application, to decide on it.
 *
 * @param recordHidden true where whoever applies does not see her record; else left out
 * @param repeated true where she has another one for the cohort that goes on: there is nothing to decide; else left out
 */
record ApplicationSubmitted(
        UUID application,
        UUID participant,
        UUID cohort,
        String sourceSystem,
        LocalDate on,
        Boolean recordHidden,
        Boolean repeated) {
    static final String TYPE = "mx.trayecto.application.submitted.v1";

    static ApplicationSubmitted of(Application a, boolean shown) {
        return new ApplicationSubmitted(
                a.id,
                a.participantId,
                a.cohortId,
                a.sourceSystem,
                a.appliedOn,
                shown ? null : Boolean.TRUE,
                ApplicationStatus.ENDED.contains(a.status) ? Boolean.TRUE : null);
    }
}

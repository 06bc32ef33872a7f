package mx.trayecto.participants.applications;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonProperty;

import mx.trayecto.participants.codelists.Coded;
import mx.trayecto.platform.text.Bilingual;

/** Where an application stands: submitted here, then as programs-service's events tell. */
enum ApplicationStatus implements Coded {
    @JsonProperty("submitted")
    SUBMITTED("Enviada", "Submitted"),
    @JsonProperty("applied")
    APPLIED("Solicitada", "Applied"),
    @JsonProperty("waitlisted")
    WAITLISTED("En lista de espera", "On the waiting list"),
    @JsonProperty("offered")
    OFFERED("Lugar ofrecido", "Place offered"),
    @JsonProperty("enrolled")
    ENROLLED("Inscrita", "Enrolled"),
    @JsonProperty("deferred")
    DEFERRED("Pospuesta", "Deferred"),
    @JsonProperty("rejected")
    REJECTED("Rechazada", "Rejected"),
    @JsonProperty("withdrawn")
    WITHDRAWN("Baja", "Withdrawn"),
    @JsonProperty("declined")
    DECLINED("Declinada", "Declined"),
    @JsonProperty("offer-expired")
    OFFER_EXPIRED("Venció el ofrecimiento", "The offer expired");

    /** After these she may apply to the same cohort again. */
    static final Set<ApplicationStatus> ENDED = Set.of(REJECTED, WITHDRAWN, DECLINED, OFFER_EXPIRED);

    private static final Map<String, ApplicationStatus> TOLD = Map.of(
            "mx.trayecto.enrollment.applied.v1", APPLIED,
            "mx.trayecto.enrollment.waitlisted.v1", WAITLISTED,
            "mx.trayecto.enrollment.offered.v1", OFFERED,
            "mx.trayecto.enrollment.enrolled.v1", ENROLLED,
            "mx.trayecto.enrollment.deferred.v1", DEFERRED,
            "mx.trayecto.enrollment.rejected.v1", REJECTED,
            "mx.trayecto.enrollment.withdrawn.v1", WITHDRAWN,
            "mx.trayecto.enrollment.declined.v1", DECLINED,
            "mx.trayecto.enrollment.offer-expired.v1", OFFER_EXPIRED);

    private final Bilingual label;

    ApplicationStatus(String es, String en) {
        label = new Bilingual(es, en);
    }

    @Override
    public Bilingual label() {
        return label;
    }

    /** The status that an enrolment's event brings; what happens after enrolling (attendance, graduation) brings none. */
    static Optional<ApplicationStatus> toldBy(String eventType) {
        return Optional.ofNullable(TOLD.get(eventType));
    }
}

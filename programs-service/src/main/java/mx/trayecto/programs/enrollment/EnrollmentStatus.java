package mx.trayecto.programs.enrollment;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a woman stands in a programme. */
public enum EnrollmentStatus {
    @JsonProperty("applied")
    APPLIED(true, false, "solicitada", "applied"),
    @JsonProperty("waitlisted")
    WAITLISTED(true, false, "en lista de espera", "waitlisted"),
    @JsonProperty("offered")
    OFFERED(true, true, "con lugar ofrecido", "offered"),
    @JsonProperty("enrolled")
    ENROLLED(true, true, "inscrita", "enrolled"),
    @JsonProperty("active")
    ACTIVE(true, true, "activa", "active"),
    @JsonProperty("graduated")
    GRADUATED(false, true, "graduada", "graduated"),
    @JsonProperty("deferred")
    DEFERRED(true, false, "aplazada", "deferred"),
    @JsonProperty("rejected")
    REJECTED(false, false, "rechazada", "rejected"),
    @JsonProperty("withdrawn")
    WITHDRAWN(false, false, "dada de baja", "withdrawn"),
    @JsonProperty("declined")
    DECLINED(false, false, "declinada", "declined"),
    @JsonProperty("offer-expired")
    OFFER_EXPIRED(false, false, "con oferta vencida", "offer-expired");

    /** The statuses of an enrolment under way. */
    static final Set<EnrollmentStatus> LIVE =
            EnumSet.copyOf(Stream.of(values()).filter(EnrollmentStatus::live).toList());

    private final boolean live;
    private final boolean seated;
    private final String es;
    private final String en;

    EnrollmentStatus(boolean live, boolean seated, String es, String en) {
        this.live = live;
        this.seated = seated;
        this.es = es;
        this.en = en;
    }

    /** Under way: a woman has at most one such enrolment in a programme. */
    public boolean live() {
        return live;
    }

    /**
     * Holds one of the cohort's seats. An offer holds one, so that it can be kept; a graduate keeps hers, so that a
     * revoked graduation leads back to it.
     */
    public boolean seated() {
        return seated;
    }

    String es() {
        return es;
    }

    /** The status as it stands in JSON and in English. */
    public String code() {
        return en;
    }
}

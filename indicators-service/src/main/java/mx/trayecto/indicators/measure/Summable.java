package mx.trayecto.indicators.measure;

import com.fasterxml.jackson.annotation.JsonProperty;

import mx.trayecto.indicators.fact.FactKind;

/** What can be added up. */
public enum Summable {
    @JsonProperty("attended-hours")
    ATTENDED_HOURS(FactKind.ATTENDED, Narrowing.NONE),
    @JsonProperty("completed-hours")
    COMPLETED_HOURS(FactKind.COMPLETED, Narrowing.NONE),
    @JsonProperty("mentored-hours")
    MENTORED_HOURS(FactKind.MENTORED, Narrowing.ROLE),
    @JsonProperty("activity-hours")
    ACTIVITY_HOURS(FactKind.ACTIVITY, Narrowing.AUDIENCE_AND_KIND),
    @JsonProperty("headcount")
    HEADCOUNT(FactKind.HEADCOUNT, Narrowing.AUDIENCE_AND_KIND);

    private final FactKind kind;
    private final Narrowing narrowing;

    Summable(FactKind kind, Narrowing narrowing) {
        this.kind = kind;
        this.narrowing = narrowing;
    }

    String counted(Where where) {
        return narrowing.name(kind.code(), where);
    }

    Narrowing narrowing() {
        return narrowing;
    }

    /** Whether it happens in programmes and their cohorts, and not only in centres. */
    boolean inPrograms() {
        return narrowing != Narrowing.AUDIENCE_AND_KIND;
    }

    public boolean hours() {
        return this != HEADCOUNT;
    }
}

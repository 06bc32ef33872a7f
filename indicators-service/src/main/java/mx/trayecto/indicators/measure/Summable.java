package mx.trayecto.indicators.measure;

import java.util.List;

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
    @JsonProperty("staff-training-hours")
    STAFF_TRAINING_HOURS(FactKind.STAFF_TRAINED, Narrowing.STAFF_AND_KIND),
    @JsonProperty("headcount")
    HEADCOUNT(FactKind.HEADCOUNT, Narrowing.AUDIENCE_AND_KIND),
    @JsonProperty("approved-amount")
    APPROVED_AMOUNT(FactKind.APPROVED, Narrowing.KIND_AND_CURRENCY),
    @JsonProperty("delivered-amount")
    DELIVERED_AMOUNT(FactKind.DELIVERED, Narrowing.KIND_AND_CURRENCY),
    @JsonProperty("supported-amount")
    SUPPORTED_AMOUNT(FactKind.SUPPORTED, Narrowing.KIND_AND_CURRENCY);

    private final FactKind kind;
    private final Narrowing narrowing;

    Summable(FactKind kind, Narrowing narrowing) {
        this.kind = kind;
        this.narrowing = narrowing;
    }

    List<String> counted(Where where) {
        return narrowing.names(kind.code(), where);
    }

    Narrowing narrowing() {
        return narrowing;
    }

    /** Whether it happens in programmes, and not only in centres. */
    boolean inPrograms() {
        return narrowing != Narrowing.AUDIENCE_AND_KIND && narrowing != Narrowing.STAFF_AND_KIND;
    }

    boolean inCohorts() {
        return inPrograms() && this != SUPPORTED_AMOUNT;
    }

    public boolean money() {
        return narrowing.takesCurrency();
    }

    public boolean hours() {
        return !money() && this != HEADCOUNT;
    }
}

package mx.trayecto.indicators.measure;

import java.util.Set;

import com.fasterxml.jackson.annotation.JsonProperty;

import mx.trayecto.indicators.fact.Counted;
import mx.trayecto.indicators.fact.FactKind;

/** What can be counted. <em>Trained</em> is at least one attendance or completion. */
enum Countable {
    @JsonProperty("applied")
    APPLIED(FactKind.APPLIED.code(), Narrowing.NONE, Distinct.PERSONS),
    @JsonProperty("enrolled")
    ENROLLED(FactKind.ENROLLED.code(), Narrowing.NONE, Distinct.PERSONS),
    @JsonProperty("trained")
    TRAINED(Counted.TRAINED, Narrowing.NONE, Distinct.PERSONS),
    @JsonProperty("attended")
    ATTENDED(FactKind.ATTENDED.code(), Narrowing.NONE, Distinct.PERSONS),
    @JsonProperty("completed")
    COMPLETED(FactKind.COMPLETED.code(), Narrowing.NONE, Distinct.PERSONS),
    @JsonProperty("graduated")
    GRADUATED(FactKind.GRADUATED.code(), Narrowing.NONE, Distinct.PERSONS),
    @JsonProperty("recognised")
    RECOGNISED(FactKind.RECOGNISED.code(), Narrowing.NONE, Distinct.PERSONS),
    @JsonProperty("mentored")
    MENTORED(FactKind.MENTORED.code(), Narrowing.ROLE, Distinct.PERSONS),
    @JsonProperty("followed-up")
    FOLLOWED_UP(FactKind.FOLLOWED_UP.code(), Narrowing.KIND, Distinct.PERSONS),
    @JsonProperty("withdrawn")
    WITHDRAWN(FactKind.WITHDRAWN.code(), Narrowing.KIND, Distinct.PERSONS),
    @JsonProperty("survey-answered")
    SURVEY_ANSWERED(FactKind.ANSWERED.code(), Narrowing.KIND, Distinct.PERSONS),
    @JsonProperty("center-opened")
    CENTER_OPENED(FactKind.CENTER_OPENED.code(), Narrowing.NONE, Distinct.INSTITUTIONS),
    @JsonProperty("staff")
    STAFF(FactKind.STAFF.code(), Narrowing.KIND, Distinct.STAFF),
    @JsonProperty("activity")
    ACTIVITY(FactKind.ACTIVITY.code(), Narrowing.AUDIENCE_AND_KIND, Distinct.NOTHING);

    private final String name;
    private final Narrowing narrowing;
    private final Distinct distinct;

    Countable(String name, Narrowing narrowing, Distinct distinct) {
        this.name = name;
        this.narrowing = narrowing;
        this.distinct = distinct;
    }

    /** What records of a kind can be distinct over. */
    private enum Distinct {
        PERSONS(Basis.PERSONS, Basis.ENROLMENTS, Basis.RECORDS),
        STAFF(Basis.PERSONS, Basis.RECORDS),
        INSTITUTIONS(Basis.INSTITUTIONS, Basis.RECORDS),
        NOTHING(Basis.RECORDS);

        private final Set<Basis> bases;

        Distinct(Basis... bases) {
            this.bases = Set.of(bases);
        }
    }

    String counted(Where where) {
        return narrowing.name(name, where);
    }

    Narrowing narrowing() {
        return narrowing;
    }

    boolean countedBy(Basis basis) {
        return distinct.bases.contains(basis);
    }
}

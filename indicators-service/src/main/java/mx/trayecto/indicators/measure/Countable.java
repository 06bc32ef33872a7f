package mx.trayecto.indicators.measure;

import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonProperty;

import mx.trayecto.indicators.fact.Counted;
import mx.trayecto.indicators.fact.FactKind;

/** What can be counted. <em>Trained</em> is at least one attendance or completion. */
enum Countable {
    @JsonProperty("applied")
    APPLIED(FactKind.APPLIED),
    @JsonProperty("enrolled")
    ENROLLED(FactKind.ENROLLED),
    @JsonProperty("trained")
    TRAINED(Counted.TRAINED, Narrowing.NONE, Over.PERSONS),
    @JsonProperty("attended")
    ATTENDED(FactKind.ATTENDED),
    @JsonProperty("completed")
    COMPLETED(FactKind.COMPLETED),
    @JsonProperty("graduated")
    GRADUATED(FactKind.GRADUATED),
    @JsonProperty("recognised")
    RECOGNISED(FactKind.RECOGNISED),
    @JsonProperty("mentored")
    MENTORED(FactKind.MENTORED, Narrowing.ROLE),
    @JsonProperty("followed-up")
    FOLLOWED_UP(FactKind.FOLLOWED_UP, Narrowing.KIND),
    @JsonProperty("withdrawn")
    WITHDRAWN(FactKind.WITHDRAWN, Narrowing.KIND),
    @JsonProperty("survey-answered")
    SURVEY_ANSWERED(FactKind.ANSWERED, Narrowing.KIND),
    @JsonProperty("approved")
    APPROVED(FactKind.APPROVED, Narrowing.KIND),
    @JsonProperty("delivered")
    DELIVERED(FactKind.DELIVERED, Narrowing.KIND),
    @JsonProperty("collective")
    COLLECTIVE(FactKind.COLLECTIVE.code(), Narrowing.KIND, Over.NOTHING),
    @JsonProperty("collective-member")
    COLLECTIVE_MEMBER(FactKind.COLLECTIVE_MEMBER.code(), Narrowing.NONE, Over.STAFF),
    @JsonProperty("supported")
    SUPPORTED(FactKind.SUPPORTED.code(), Narrowing.KIND, Over.INSTITUTIONS),
    @JsonProperty("center-opened")
    CENTER_OPENED(FactKind.CENTER_OPENED.code(), Narrowing.NONE, Over.INSTITUTIONS),
    @JsonProperty("staff")
    STAFF(FactKind.STAFF.code(), Narrowing.KIND, Over.STAFF),
    /** By qualifications of people known by name, one by one; the heads that activities count are {@code headcount}. */
    @JsonProperty("staff-trained")
    STAFF_TRAINED(FactKind.STAFF_TRAINED.code(), Narrowing.STAFF_AND_KIND, Over.STAFF),
    @JsonProperty("activity")
    ACTIVITY(FactKind.ACTIVITY.code(), Narrowing.AUDIENCE_AND_KIND, Over.NOTHING);

    private final String counted;
    private final Narrowing narrowing;
    private final Over over;

    Countable(FactKind kind) {
        this(kind, Narrowing.NONE);
    }

    Countable(FactKind kind, Narrowing narrowing) {
        this(kind.code(), narrowing, Over.PERSONS);
    }

    Countable(String counted, Narrowing narrowing, Over over) {
        this.counted = counted;
        this.narrowing = narrowing;
        this.over = over;
    }

    /** What records can be distinct over; only those of persons happen in enrolments, hence in programmes. */
    private enum Over {
        PERSONS(Basis.PERSONS, Basis.ENROLMENTS, Basis.RECORDS),
        STAFF(Basis.PERSONS, Basis.RECORDS),
        INSTITUTIONS(Basis.INSTITUTIONS, Basis.RECORDS),
        NOTHING(Basis.RECORDS);

        private final Set<Basis> bases;

        Over(Basis... bases) {
            this.bases = Set.of(bases);
        }
    }

    List<String> counted(Where where) {
        return narrowing.names(counted, where);
    }

    Narrowing narrowing() {
        return narrowing;
    }

    boolean countedBy(Basis basis) {
        return over.bases.contains(basis);
    }

    /** Whether it happens in programmes, and not only in centres. */
    boolean inPrograms() {
        return inCohorts() || this == SUPPORTED;
    }

    boolean inCohorts() {
        return over == Over.PERSONS;
    }
}

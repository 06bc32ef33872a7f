package mx.trayecto.indicators.measure;

import java.util.List;

import mx.trayecto.indicators.fact.Counted;

/** By what something countable can be narrowed besides place and time. */
enum Narrowing {
    NONE,
    ROLE,
    KIND,
    KIND_AND_CURRENCY,
    /** Of what the staff were trained in: it is part of no campaign. */
    STAFF_AND_KIND,
    AUDIENCE_AND_KIND;

    /** The names under which what passes the filter is counted; of money also that of what is not known. */
    List<String> names(String kind, Where where) {
        return switch (this) {
            case NONE -> List.of(kind);
            case ROLE -> List.of(Counted.name(kind, where.role() == null ? "" : where.role().code, ""));
            case KIND -> List.of(Counted.name(kind, orEmpty(where.kind()), ""));
            case KIND_AND_CURRENCY ->
                List.of(
                        Counted.name(kind, orEmpty(where.kind()), orEmpty(where.currency())),
                        Counted.name(kind, orEmpty(where.kind()), Counted.UNKNOWN));
            case STAFF_AND_KIND, AUDIENCE_AND_KIND ->
                List.of(Counted.name(
                        kind, where.audience() == null ? "" : where.audience().code, orEmpty(where.kind())));
        };
    }

    boolean takesRole() {
        return this == ROLE;
    }

    boolean takesCampaign() {
        return this == AUDIENCE_AND_KIND;
    }

    boolean takesAudience(Where.Audience audience) {
        return this == AUDIENCE_AND_KIND && audience.ofActivities || this == STAFF_AND_KIND && audience.ofStaff;
    }

    boolean takesKind() {
        return this != NONE && this != ROLE;
    }

    boolean takesCurrency() {
        return this == KIND_AND_CURRENCY;
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}

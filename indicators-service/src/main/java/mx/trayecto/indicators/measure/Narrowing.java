package mx.trayecto.indicators.measure;

import mx.trayecto.indicators.fact.Counted;

/** By what something countable can be narrowed besides place and time. */
enum Narrowing {
    NONE,
    ROLE,
    KIND,
    AUDIENCE_AND_KIND;

    /** The name under which what passes the filter is counted. */
    String name(String kind, Where where) {
        return switch (this) {
            case NONE -> kind;
            case ROLE -> Counted.name(kind, where.role() == null ? "" : where.role().code, "");
            case KIND -> Counted.name(kind, orEmpty(where.kind()), "");
            case AUDIENCE_AND_KIND ->
                Counted.name(kind, where.audience() == null ? "" : where.audience().code, orEmpty(where.kind()));
        };
    }

    boolean takesRole() {
        return this == ROLE;
    }

    boolean takesAudience() {
        return this == AUDIENCE_AND_KIND;
    }

    boolean takesKind() {
        return this == KIND || this == AUDIENCE_AND_KIND;
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}

package mx.trayecto.indicators.projection;

/** What a person or thing counts as on a date; {@link #NOT_STATED} where nobody said, or may be told. */
record Traits(String sex, String ageGroup, String state, String municipality) {
    static final String NOT_STATED = "notStated";
    static final Traits UNKNOWN = new Traits(NOT_STATED, NOT_STATED, NOT_STATED, NOT_STATED);

    static String orNotStated(String value) {
        return value == null || value.isEmpty() ? NOT_STATED : value;
    }
}

package mx.trayecto.indicators.fact;

/** What an event itself says of sex and territory, for things that are no participants; each may be null. */
public record Stated(String sex, String state, String municipality) {
    public static final Stated NOTHING = new Stated(null, null, null);
}

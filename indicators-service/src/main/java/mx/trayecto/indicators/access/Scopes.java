package mx.trayecto.indicators.access;

/** What tokens allow here. */
public final class Scopes {
    public static final String READ = "indicators:read";
    public static final String WRITE = "indicators:write";
    public static final String REVIEW = "indicators:review";

    private Scopes() {}
}

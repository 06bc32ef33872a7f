package mx.trayecto.indicators.access;

import mx.trayecto.platform.tenancy.Actor;

/** What tokens allow here. */
public final class Scopes {
    public static final String READ = "indicators:read";
    public static final String WRITE = "indicators:write";
    public static final String REVIEW = "indicators:review";

    private Scopes() {}

    /** Whether the actor may read frameworks, indicators and their values. */
    public static boolean mayRead(Actor actor) {
        return actor.may(READ) || actor.may(REVIEW);
    }

    /** Whether the actor may define indicators, and so see the enrolments behind a figure. */
    public static boolean mayDefine(Actor actor) {
        return actor.may(WRITE);
    }
}

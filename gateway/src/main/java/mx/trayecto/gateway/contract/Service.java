package mx.trayecto.gateway.contract;

import java.util.Locale;

/** The services behind the gateway. */
public enum Service {
    PARTICIPANTS,
    PROGRAMS,
    INDICATORS;

    /** As it stands in configuration keys, in the list of routes and in the access log. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The module that holds its committed contract. */
    public String module() {
        return code() + "-service";
    }
}

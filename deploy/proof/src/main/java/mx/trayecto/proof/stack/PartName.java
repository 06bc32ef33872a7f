package mx.trayecto.proof.stack;

import java.util.Locale;

/** The six processes of the suite. */
public enum PartName {
    GATEWAY,
    PARTICIPANTS,
    PROGRAMS,
    INDICATORS,
    POSTGRES,
    KAFKA;

    /** As the suite names it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    String portVariable() {
        return "TRAYECTO_" + name() + "_PORT";
    }
}

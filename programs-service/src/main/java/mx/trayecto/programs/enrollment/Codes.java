package mx.trayecto.programs.enrollment;

import java.util.Locale;

/** The kebab-case code of a constant, as it stands in JSON and in events. */
public final class Codes {
    private Codes() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

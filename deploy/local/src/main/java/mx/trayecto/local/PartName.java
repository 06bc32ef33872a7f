package mx.trayecto.local;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The six processes of the stack, in the order in which they are listed. */
public enum PartName {
    GATEWAY(8080, "gateway"),
    PARTICIPANTS(8081, "participants-service"),
    PROGRAMS(8082, "programs-service"),
    INDICATORS(8083, "indicators-service"),
    POSTGRES(5433, null),
    KAFKA(9092, null);

    /** Each group is started when the one before it is ready. */
    static final List<List<PartName>> START_ORDER =
            List.of(List.of(POSTGRES, KAFKA), List.of(PARTICIPANTS, PROGRAMS, INDICATORS, GATEWAY));

    /** The door first, so that nothing comes in any more; the data last. */
    static final List<List<PartName>> STOP_ORDER =
            List.of(List.of(GATEWAY), List.of(PARTICIPANTS, PROGRAMS, INDICATORS), List.of(KAFKA), List.of(POSTGRES));

    private final int defaultPort;
    private final String module;

    PartName(int defaultPort, String module) {
        this.defaultPort = defaultPort;
        this.module = module;
    }

    static PartName of(String text) {
        return Arrays.stream(values())
                .filter(name -> name.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new LocalStackException("There is no part called " + text + ", only "
                        + Arrays.stream(values()).map(PartName::toString).collect(Collectors.joining(", ")) + "."));
    }

    boolean isService() {
        return module != null;
    }

    /** The Maven module it is built from; of services only. */
    String module() {
        return module;
    }

    int defaultPort() {
        return defaultPort;
    }

    /** The variable of the environment that gives it another port. */
    public String portVariable() {
        return "TRAYECTO_" + name() + "_PORT";
    }

    String portOption() {
        return this + "-port";
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package mx.trayecto.platform.production;

import java.lang.management.ManagementFactory;

import com.sun.management.OperatingSystemMXBean;

/** How busy the machine's processors are, or the container's, whoever keeps them so. */
final class Processors {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** The system tells of the time since it was last asked: too short a time tells nothing. */
    private static final long LOOK_NANOS = 250_000_000;

    /** What was longer ago counts less and less: who rests by a moment's load rests long after it is over. */
    private static final double MEMORY_NANOS = 2_000_000_000;

    private static long looked = System.nanoTime();
    private static double load;

    private Processors() {}

    /** From 0 to 1, over some two seconds, the latest counting most; 0 where the system does not tell. */
    static synchronized double load() {
        long now = System.nanoTime();
        if (now - looked >= LOOK_NANOS) {
            double told = SYSTEM.getCpuLoad();
            double busy = told >= 0 ? told : 0; // neither less than nothing nor no number
            load += (busy - load) * (1 - Math.exp((looked - now) / MEMORY_NANOS));
            looked = now;
        }
        return load;
    }
}

package mx.trayecto.platform.outbox;

/**
 * A topic this service publishes: one per aggregate type, its key the aggregate's id.
 *
 * @param name such as {@code trayecto.enrollments.v1}
 * @param compacted full-state snapshots of which the last per key is enough; otherwise kept for ever
 */
public record Topic(String name, boolean compacted) {
    /** Partitions of every topic; more than any number of replicas that will read it. */
    public static final int PARTITIONS = 12;

    /** What its events tell of, as their types name it: {@code enrollment} of {@code trayecto.enrollments.v1}. */
    public String aggregate() {
        String plural = name.split("\\.")[1];
        return plural.replaceFirst("ies$", "y").replaceFirst("s$", "");
    }
}

package mx.trayecto.proof.ledger;

import java.util.Map;
import java.util.UUID;

/**
 * A change that a client wants.
 *
 * @param id 32 hexadecimal digits: the trace of every attempt, and thereby of the audit entry and of the events
 * @param kind what it does, such as {@code enroll}
 * @param owner the database of the service that keeps it
 * @param about what it is about, by name: {@code participant}, {@code cohort}, {@code attended} …
 */
public record Write(String id, String kind, String owner, Map<String, String> about) {

    public static Write of(String kind, String owner, Map<String, String> about) {
        return new Write(UUID.randomUUID().toString().replace("-", ""), kind, owner, about);
    }

    public String about(String name) {
        return about.get(name);
    }
}

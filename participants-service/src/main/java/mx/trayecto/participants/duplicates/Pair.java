package mx.trayecto.participants.duplicates;

import java.util.UUID;

/** Two records; always in the same order, whichever was looked at first. */
record Pair(UUID one, UUID other) {
    static Pair of(UUID one, UUID other) {
        return one.toString().compareTo(other.toString()) < 0 ? new Pair(one, other) : new Pair(other, one);
    }
}

package mx.trayecto.platform.reconciliation;

import java.util.List;

/**
 * What a consumer holds otherwise than its producer.
 *
 * @param ahead the consumer applied events that the producer has lost, or set them aside
 * @param behind the producer has written events that the consumer has not applied: on their way, or parked
 * @param unknown the producer knows no such aggregate any more
 * @param repaired for how many of the first and the last an event was written that brings every consumer back
 */
record Differences(List<Position> ahead, List<Position> behind, List<Position> unknown, int repaired) {
    Differences repaired(int aggregates) {
        return new Differences(ahead, behind, unknown, aggregates);
    }
}
